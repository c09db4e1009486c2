/** What is Azure's: the entry points that Azure Functions calls, Cosmos DB, and the hub. */
@NullMarked
package io.terralake.functions.usedcars.azure;

import org.jspecify.annotations.NullMarked;
