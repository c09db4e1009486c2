/** Assertions on what a CDKTF stack synthesizes to. */
@NullMarked
package io.terralake.assertions;

import org.jspecify.annotations.NullMarked;
