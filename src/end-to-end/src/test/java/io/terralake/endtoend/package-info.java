/** Programs of the platform, one after another, over each other's files. */
@NullMarked
package io.terralake.endtoend;

import org.jspecify.annotations.NullMarked;
