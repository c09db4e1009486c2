/** Cosmos DB for NoSQL: accounts, databases, containers and what may be done in them. */
@NullMarked
package io.terralake.cosmos;

import org.jspecify.annotations.NullMarked;
