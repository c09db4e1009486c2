package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link CustomLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param type the connector's name in the service, such as {@code Snowflake}
 * @param typeProperties what the connector wants, as JSON; no secrets: they would stand in Terraform's state
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record CustomLinkedServiceProps(
        IDataFactory factory,
        String name,
        String type,
        ObjectNode typeProperties,
        @Nullable IIntegrationRuntime runtime,
        @Nullable ArtifactNotes notes) {

    public static CustomLinkedServicePropsBuilder builder() {
        return CustomLinkedServicePropsBuilder.builder();
    }
}
