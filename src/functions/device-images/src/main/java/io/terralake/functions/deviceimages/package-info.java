/**
 * The function app of the stack device-images: a message of a new blob becomes rows of {@code dbo.processed_data}, one for each image in the
 * blob. {@code azure.ImageFunctions} is what Azure Functions calls; behind it nothing knows its host, so that the program on one's own machine
 * does the same by the same classes.
 */
@NullMarked
package io.terralake.functions.deviceimages;

import org.jspecify.annotations.NullMarked;
