package io.terralake.core;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of an {@link AzapiUpdateResource}.
 *
 * @param type the resource type with the version of its API, such as {@code Microsoft.Web/sites/config@2024-04-01}
 * @param name the resource's name
 * @param parentId the Azure id of what it is in
 * @param body what is changed, as JSON
 */
@RecordBuilder
public record AzapiUpdateResourceProps(String type, String name, String parentId, ObjectNode body) {

    /** @throws IllegalArgumentException when the type has no version, or another form */
    public AzapiUpdateResourceProps {
        AzapiResourceProps.checkType(type);
        body = body == null ? body : body.deepCopy();
    }

    public static AzapiUpdateResourcePropsBuilder builder() {
        return AzapiUpdateResourcePropsBuilder.builder();
    }
}
