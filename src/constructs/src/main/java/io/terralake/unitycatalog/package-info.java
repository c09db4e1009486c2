/** Unity Catalog: catalogs, schemas, tables and volumes over the lake, and who may use them. */
@NullMarked
package io.terralake.unitycatalog;

import org.jspecify.annotations.NullMarked;
