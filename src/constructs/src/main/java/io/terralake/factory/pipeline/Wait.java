package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits before the pipeline goes on.
 *
 * @param name the activity's name
 * @param seconds how long, an integer from 1 on, such as {@code value(30)}
 * @param dependsOn @default nothing
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-wait-activity">Wait activity</a>
 */
@RecordBuilder
public record Wait(
        String name, Expression seconds, @Nullable List<Dependency> dependsOn) implements Activity {

    public Wait {
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static WaitBuilder builder() {
        return WaitBuilder.builder();
    }

    @Override
    public String type() {
        return "Wait";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("waitTimeInSeconds", seconds.json());
        return properties;
    }
}
