package io.terralake.core;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Region;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Place}.
 *
 * @param purpose what it is for, in derived names, such as {@code ml}
 * @param region @default that of what it is made in
 * @param name the name of its resource group, 1 to 90 characters; @default derived from the platform's
 */
@RecordBuilder
public record PlaceProps(
        String purpose, @Nullable Region region, @Nullable String name) {

    public static PlacePropsBuilder builder() {
        return PlacePropsBuilder.builder();
    }
}
