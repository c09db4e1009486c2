/** Registers datasets in Azure ML workspaces on request: what is asked, whether it is allowed, and what became of it. */
@NullMarked
package io.terralake.functions.mlworkspaces;

import org.jspecify.annotations.NullMarked;
