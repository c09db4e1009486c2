/** What tests of function apps have in common. */
@NullMarked
package io.terralake.functions.testing;

import org.jspecify.annotations.NullMarked;
