/** Azure Kubernetes Service: clusters that only Entra identities get into, and the subnets of their nodes. */
@NullMarked
package io.terralake.kubernetes;

import org.jspecify.annotations.NullMarked;
