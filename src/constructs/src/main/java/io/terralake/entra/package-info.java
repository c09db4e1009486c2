/** Microsoft Entra ID: applications that services are reached as, who has which of their roles, and what stands for a workflow. */
@NullMarked
package io.terralake.entra;

import org.jspecify.annotations.NullMarked;
