/** A device that makes images. */
@NullMarked
package io.terralake.simulators.images;

import org.jspecify.annotations.NullMarked;
