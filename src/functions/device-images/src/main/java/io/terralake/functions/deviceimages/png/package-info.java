/** Sums the pixels of PNG images, row by row, and so in memory that does not grow with the image. */
@NullMarked
package io.terralake.functions.deviceimages.png;

import org.jspecify.annotations.NullMarked;
