/** Datastores and datasets of Azure ML workspaces. The core is a library: see Registration. */
@NullMarked
package io.terralake.deployhook.datasets;

import org.jspecify.annotations.NullMarked;
