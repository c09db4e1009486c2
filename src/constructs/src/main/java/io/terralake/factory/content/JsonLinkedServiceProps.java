package io.terralake.factory.content;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.IDataFactory;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link JsonLinkedService}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param properties what Azure has under {@code properties}; what it names by its name is looked up in the factory
 * @param allowKeys whether keys and passwords are warnings only; they stand in Terraform's state; @default false
 */
@RecordBuilder
public record JsonLinkedServiceProps(
        IDataFactory factory,
        String name,
        ObjectNode properties,
        @Nullable Boolean allowKeys) {

    public JsonLinkedServiceProps {
        properties = properties == null ? properties : properties.deepCopy();
        allowKeys = allowKeys != null && allowKeys;
    }

    public static JsonLinkedServicePropsBuilder builder() {
        return JsonLinkedServicePropsBuilder.builder();
    }
}
