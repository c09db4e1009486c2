package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends the pipeline as failed.
 *
 * @param name the activity's name
 * @param message what went wrong
 * @param errorCode a code for whoever looks for it in the logs
 * @param dependsOn @default nothing
 */
@RecordBuilder
public record Fail(
        String name,
        Expression message,
        String errorCode,
        @Nullable List<Dependency> dependsOn) implements Activity {

    public Fail {
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static FailBuilder builder() {
        return FailBuilder.builder();
    }

    @Override
    public String type() {
        return "Fail";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("message", message.json());
        return properties.put("errorCode", errorCode);
    }
}
