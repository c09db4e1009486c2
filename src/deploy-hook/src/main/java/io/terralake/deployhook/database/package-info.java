/** Databases: migrations by Flyway, then users. */
@NullMarked
package io.terralake.deployhook.database;

import org.jspecify.annotations.NullMarked;
