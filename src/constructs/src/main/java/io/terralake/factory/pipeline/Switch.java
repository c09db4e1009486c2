package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs the activities of the case that a text is equal to.
 *
 * @param name the activity's name
 * @param on an expression that gives a text
 * @param cases the activities of each text, 1 to 25
 * @param otherwise what is run when the text is none of them; @default nothing
 * @param dependsOn @default nothing
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-switch-activity">Switch activity</a>
 */
@RecordBuilder
public record Switch(
        String name,
        Expression on,
        Map<String, List<Activity>> cases,
        @Nullable List<Activity> otherwise,
        @Nullable List<Dependency> dependsOn)
        implements Activity {

    /** @throws IllegalArgumentException when there is no case */
    public Switch {
        cases = RequiredFields.copy(cases);
        if (cases != null && cases.isEmpty()) {
            throw new IllegalArgumentException("a switch has at least one case");
        }
        otherwise = RequiredFields.copyOrEmpty(otherwise);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static SwitchBuilder builder() {
        return SwitchBuilder.builder();
    }

    @Override
    public List<List<Activity>> branches() {
        Collection<List<Activity>> known = cases == null ? List.of() : cases.values();
        return Stream.concat(known.stream().filter(Objects::nonNull), Stream.of(otherwise))
                .toList();
    }

    @Override
    public String type() {
        return "Switch";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("on", on.computed());
        ArrayNode list = properties.putArray("cases");
        cases.forEach(
                (text, activities) -> list.addObject().put("value", text).set("activities", Activity.json(activities)));
        properties.set("defaultActivities", Activity.json(otherwise));
        return properties;
    }
}
