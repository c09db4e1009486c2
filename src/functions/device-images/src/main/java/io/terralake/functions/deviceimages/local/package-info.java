/**
 * The function on one's own machine: what stands for the lake's events, the host of the function and the database, around the very classes that
 * run in Azure. Storage is Azurite's, on 127.0.0.1.
 */
@NullMarked
package io.terralake.functions.deviceimages.local;

import org.jspecify.annotations.NullMarked;
