package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Says what the pipeline returns to one that runs it, which reads it by {@link Expression#returnValue}. Of several in a
 * pipeline one should run.
 *
 * @param name the activity's name
 * @param values what is returned, by name; at least one, together up to 4 MB
 * @param dependsOn @default nothing
 * @see <a href="https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-return-value">Set pipeline return value</a>
 */
@RecordBuilder
public record SetReturnValues(
        String name,
        Map<String, Expression> values,
        @Nullable List<Dependency> dependsOn) implements Activity {
    private static final String VARIABLE = "pipelineReturnValue";

    /** @throws IllegalArgumentException when there is no value */
    public SetReturnValues {
        values = RequiredFields.copy(values);
        if (values != null && values.isEmpty()) {
            throw new IllegalArgumentException("a pipeline returns at least one value");
        }
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static SetReturnValuesBuilder builder() {
        return SetReturnValuesBuilder.builder();
    }

    @Override
    public String type() {
        return "SetVariable";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance
                .objectNode()
                .put("variableName", VARIABLE)
                .put("setSystemVariable", true);
        ArrayNode list = properties.putArray("value");
        values.forEach((key, value) -> list.addObject().put("key", key).set("value", value.typed()));
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.putObject("policy").put("secureOutput", false).put("secureInput", false);
    }

    /** The names of what activities return, whoever wrote them, those inside others included. */
    static Set<String> names(List<Step> steps) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Step step : steps) {
            JsonNode properties = step.json().path("typeProperties");
            if (properties.path("setSystemVariable").asBoolean()
                    && VARIABLE.equalsIgnoreCase(properties.path("variableName").asText())) {
                properties
                        .path("value")
                        .forEach(entry -> names.add(entry.path("key").asText()));
            }
            step.branches().forEach(branch -> names.addAll(names(branch)));
        }
        return names;
    }
}
