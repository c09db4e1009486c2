package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a variable of the pipeline a value.
 *
 * @param name the activity's name
 * @param variable the variable's name
 * @param value its new value
 * @param dependsOn @default nothing
 */
@RecordBuilder
public record SetVariable(
        String name,
        String variable,
        Expression value,
        @Nullable List<Dependency> dependsOn) implements Activity {

    public SetVariable {
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static SetVariableBuilder builder() {
        return SetVariableBuilder.builder();
    }

    @Override
    public String type() {
        return "SetVariable";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("variableName", variable);
        properties.set("value", value.json());
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.putObject("policy").put("secureOutput", false).put("secureInput", false);
    }
}
