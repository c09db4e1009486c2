/** Datastores and datasets of Azure ML workspaces. The core is a library: see Registration. */
@NullMarked
package io.terralake.registration;

import org.jspecify.annotations.NullMarked;
