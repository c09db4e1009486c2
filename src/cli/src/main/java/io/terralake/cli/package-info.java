/** What the library can say without a stack, from a terminal. */
@NullMarked
package io.terralake.cli;

import org.jspecify.annotations.NullMarked;
