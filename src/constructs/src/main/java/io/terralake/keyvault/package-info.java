/** Key Vault, for the secrets of systems that have no managed identity. */
@NullMarked
package io.terralake.keyvault;

import org.jspecify.annotations.NullMarked;
