package io.terralake.core;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of an {@link AzureByproduct}.
 *
 * @param type the resource type with the version of its API, such as {@code Microsoft.Insights/actionGroups@2023-01-01}
 * @param name the name that Azure gives it, in the stack's resource group; a token in it, such as the name of the resource that it
 *     belongs to, lets it be deleted before that one
 */
@RecordBuilder
public record AzureByproductProps(String type, String name) {

    /** @throws IllegalArgumentException when the type has no version, or another form */
    public AzureByproductProps {
        AzapiResourceProps.checkType(type);
    }

    public static AzureByproductPropsBuilder builder() {
        return AzureByproductPropsBuilder.builder();
    }
}
