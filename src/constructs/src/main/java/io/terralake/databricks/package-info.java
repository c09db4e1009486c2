/** Azure Databricks: a workspace without public addresses, Unity Catalog over the data lake, and jobs. */
@NullMarked
package io.terralake.databricks;

import org.jspecify.annotations.NullMarked;
