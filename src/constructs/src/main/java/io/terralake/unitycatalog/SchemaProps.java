package io.terralake.unitycatalog;

import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Schema}.
 *
 * @param catalog what it is in; in the same stack, or in another one of the same workspace
 * @param name its name, such as {@code used_cars}
 * @param comment what people read; @default none
 */
@RecordBuilder
public record SchemaProps(
        Catalog catalog, String name, @Nullable String comment) {

    public static SchemaPropsBuilder builder() {
        return SchemaPropsBuilder.builder();
    }
}
