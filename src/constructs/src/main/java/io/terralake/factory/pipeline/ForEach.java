package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.RequiredFields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs activities for each element of an array; they read it as {@link Expression#item()}.
 *
 * @param name the activity's name
 * @param items an expression that gives an array
 * @param activities what is run
 * @param sequential one element after the other; @default false
 * @param batchCount how many elements at once, 1 to 50; @default 20
 * @param dependsOn @default nothing
 */
@RecordBuilder
public record ForEach(
        String name,
        Expression items,
        List<Activity> activities,
        @Nullable Boolean sequential,
        @Nullable Integer batchCount,
        @Nullable List<Dependency> dependsOn)
        implements Activity {

    public ForEach {
        activities = RequiredFields.copy(activities);
        sequential = sequential != null && sequential;
        batchCount = Limits.check("batch count", batchCount == null ? 20 : batchCount, 1, 50, "");
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static ForEachBuilder builder() {
        return ForEachBuilder.builder();
    }

    @Override
    public List<List<Activity>> branches() {
        return List.of(activities);
    }

    @Override
    public String type() {
        return "ForEach";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("items", items.computed());
        properties.put("isSequential", sequential);
        if (!Boolean.TRUE.equals(sequential)) {
            properties.put("batchCount", batchCount);
        }
        properties.set("activities", Activity.json(activities));
        return properties;
    }
}
