package io.terralake.factory.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.IDataFactory;

/**
 * Properties of a {@link JsonTrigger}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param properties what Azure has under {@code properties}; what it names by its name is looked up in the factory
 */
@RecordBuilder
public record JsonTriggerProps(IDataFactory factory, String name, ObjectNode properties) {

    public JsonTriggerProps {
        properties = properties == null ? properties : properties.deepCopy();
    }

    public static JsonTriggerPropsBuilder builder() {
        return JsonTriggerPropsBuilder.builder();
    }
}
