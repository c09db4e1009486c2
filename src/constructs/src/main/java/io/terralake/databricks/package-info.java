/** Azure Databricks: a workspace without public addresses, Unity Catalog's way to the data lake, jobs, notebooks and secrets. */
@NullMarked
package io.terralake.databricks;

import org.jspecify.annotations.NullMarked;
