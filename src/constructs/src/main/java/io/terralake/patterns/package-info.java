/** Solutions made of several services. */
@NullMarked
package io.terralake.patterns;

import org.jspecify.annotations.NullMarked;
