/** A browser for tests. */
@NullMarked
package io.terralake.browser;

import org.jspecify.annotations.NullMarked;
