/** What is Azure's: the entry points that Azure Functions calls, and what an instance of the app keeps. */
@NullMarked
package io.terralake.functions.mlworkspaces.azure;

import org.jspecify.annotations.NullMarked;
