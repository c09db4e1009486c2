package io.terralake.factory.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.IDataFactory;

/**
 * Properties of a {@link JsonPipeline}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param properties what Azure has under {@code properties}; what it names by its name is looked up in the factory
 */
@RecordBuilder
public record JsonPipelineProps(IDataFactory factory, String name, ObjectNode properties) {

    public JsonPipelineProps {
        properties = properties == null ? properties : properties.deepCopy();
    }

    public static JsonPipelinePropsBuilder builder() {
        return JsonPipelinePropsBuilder.builder();
    }
}
