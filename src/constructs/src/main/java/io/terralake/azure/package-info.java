/** What Azure accepts: names, ids, regions, address ranges, limits. It knows no construct. */
@NullMarked
package io.terralake.azure;

import org.jspecify.annotations.NullMarked;
