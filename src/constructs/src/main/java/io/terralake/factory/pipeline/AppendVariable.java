package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Appends an element to a variable of the pipeline that is a list, also in a {@link ForEach} that is not sequential.
 *
 * @param name the activity's name
 * @param variable the variable's name
 * @param value the element
 * @param dependsOn @default nothing
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-append-variable-activity">Append Variable
 *     activity</a>
 */
@RecordBuilder
public record AppendVariable(
        String name,
        String variable,
        Expression value,
        @Nullable List<Dependency> dependsOn) implements Activity {

    public AppendVariable {
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static AppendVariableBuilder builder() {
        return AppendVariableBuilder.builder();
    }

    @Override
    public String type() {
        return "AppendVariable";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("variableName", variable);
        properties.set("value", value.json());
        return properties;
    }
}
