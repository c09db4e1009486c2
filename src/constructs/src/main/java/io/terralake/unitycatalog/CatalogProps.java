package io.terralake.unitycatalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.databricks.IDatabricksWorkspace;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Catalog}.
 *
 * @param workspace the workspace that it is made from, and the only one that sees it
 * @param name the name in the metastore, unique there, such as {@code tlake_dev}
 * @param storageRoot where tables and volumes lie that name no place of their own, an address such as that of an
 *     {@link io.terralake.databricks.ExternalLocation}
 * @param comment what people read; @default none
 */
@RecordBuilder
public record CatalogProps(
        IDatabricksWorkspace workspace,
        String name,
        String storageRoot,
        @Nullable String comment) {

    public static CatalogPropsBuilder builder() {
        return CatalogPropsBuilder.builder();
    }
}
