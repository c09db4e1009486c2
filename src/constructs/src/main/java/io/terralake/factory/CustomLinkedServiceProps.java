package io.terralake.factory;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link CustomLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param type the connector's name in the service, such as {@code Snowflake}
 * @param typeProperties what the connector wants, as JSON; no secrets: they would stand in Terraform's state
 */
@RecordBuilder
public record CustomLinkedServiceProps(IDataFactory factory, String name, String type, ObjectNode typeProperties) {

    public static CustomLinkedServicePropsBuilder builder() {
        return CustomLinkedServicePropsBuilder.builder();
    }
}
