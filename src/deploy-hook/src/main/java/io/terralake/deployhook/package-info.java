/**
 * What runs after {@code cdktf deploy}: migrates databases, makes users of the identities that were granted something, and
 * registers datasets in Azure ML workspaces.
 */
@NullMarked
package io.terralake.deployhook;

import org.jspecify.annotations.NullMarked;
