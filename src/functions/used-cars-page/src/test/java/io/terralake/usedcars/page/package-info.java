/** The page of used cars in a browser: what it asks, shows and says. */
@NullMarked
package io.terralake.usedcars.page;

import org.jspecify.annotations.NullMarked;
