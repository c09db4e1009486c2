package io.terralake.unitycatalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Volume}.
 *
 * @param schema what it is in
 * @param name its name
 * @param location the folder of the lake, an address in an {@link io.terralake.databricks.ExternalLocation}
 * @param comment what people read; @default none
 */
@RecordBuilder
public record VolumeProps(
        Schema schema,
        String name,
        String location,
        @Nullable String comment) {

    public static VolumePropsBuilder builder() {
        return VolumePropsBuilder.builder();
    }
}
