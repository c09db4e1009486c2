/** A server on one's own machine, over the silver table that the Spark job writes. It is not in the package for Azure. */
@NullMarked
package io.terralake.functions.usedcars.local;

import org.jspecify.annotations.NullMarked;
