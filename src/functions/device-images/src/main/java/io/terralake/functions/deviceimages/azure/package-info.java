/** What is Azure's: the entry point that Azure Functions calls, and what an instance of the app keeps. */
@NullMarked
package io.terralake.functions.deviceimages.azure;

import org.jspecify.annotations.NullMarked;
