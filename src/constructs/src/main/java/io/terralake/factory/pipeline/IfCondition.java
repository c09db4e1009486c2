package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs some activities when a condition holds, others when it does not.
 *
 * @param name the activity's name
 * @param condition a boolean expression
 * @param ifTrue @default nothing
 * @param ifFalse @default nothing
 * @param dependsOn @default nothing
 */
@RecordBuilder
public record IfCondition(
        String name,
        Expression condition,
        @Nullable List<Activity> ifTrue,
        @Nullable List<Activity> ifFalse,
        @Nullable List<Dependency> dependsOn)
        implements Activity {

    public IfCondition {
        ifTrue = RequiredFields.copyOrEmpty(ifTrue);
        ifFalse = RequiredFields.copyOrEmpty(ifFalse);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static IfConditionBuilder builder() {
        return IfConditionBuilder.builder();
    }

    @Override
    public List<List<Activity>> branches() {
        return List.of(ifTrue, ifFalse);
    }

    @Override
    public String type() {
        return "IfCondition";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("expression", condition.computed());
        properties.set("ifFalseActivities", Activity.json(ifFalse));
        properties.set("ifTrueActivities", Activity.json(ifTrue));
        return properties;
    }
}
