/** A server on one's own machine, over the silver table that the Spark job writes; the package for Azure has no library for such tables. */
@NullMarked
package io.terralake.functions.usedcars.local;

import org.jspecify.annotations.NullMarked;
