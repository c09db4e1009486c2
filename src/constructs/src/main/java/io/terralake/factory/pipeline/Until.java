package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs activities again and again until a condition holds, at least once. A failure of one of them does not end it: only the
 * condition or the timeout does.
 *
 * @param name the activity's name
 * @param condition a boolean expression, asked after each round; it can read what the activities inside put out
 * @param activities what is run
 * @param timeout when it gives up, in whole seconds up to 90 days; @default 12 hours
 * @param dependsOn @default nothing
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-until-activity">Until activity</a>
 */
@RecordBuilder
public record Until(
        String name,
        Expression condition,
        List<Activity> activities,
        @Nullable Duration timeout,
        @Nullable List<Dependency> dependsOn)
        implements Activity {
    static final Duration LONGEST = Duration.ofDays(90);

    /** @throws IllegalArgumentException when the timeout is not possible */
    public Until {
        activities = RequiredFields.copy(activities);
        timeout = TimeSpan.check(
                "timeout", timeout == null ? Duration.ofHours(12) : timeout, Duration.ofSeconds(1), LONGEST);
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static UntilBuilder builder() {
        return UntilBuilder.builder();
    }

    @Override
    public List<List<Activity>> branches() {
        return List.of(activities);
    }

    @Override
    public String type() {
        return "Until";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("expression", condition.computed());
        properties.put("timeout", TimeSpan.of(timeout));
        properties.set("activities", Activity.json(activities));
        return properties;
    }
}
