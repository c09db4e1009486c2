/** A Databricks workspace with its Unity Catalog, as far as its provider needs them. */
@NullMarked
package io.terralake.emulator.databricks;

import org.jspecify.annotations.NullMarked;
