package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a file, a folder or a table is there. No other activity can hold it.
 *
 * @param name the activity's name
 * @param dataset what is waited for
 * @param minimumSize how many bytes a file must have; @default 0
 * @param childItems whether a folder must have something in it (true) or nothing (false); @default any folder will do
 * @param timeout when it gives up, in whole seconds up to 7 days; @default 12 hours
 * @param interval how long it waits before it looks again, in whole seconds up to a day; @default 10 seconds
 * @param dependsOn @default nothing
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-validation-activity">Validation activity</a>
 */
@RecordBuilder
public record Validation(
        String name,
        DatasetReference dataset,
        @Nullable Long minimumSize,
        @Nullable Boolean childItems,
        @Nullable Duration timeout,
        @Nullable Duration interval,
        @Nullable List<Dependency> dependsOn)
        implements Activity {

    /** @throws IllegalArgumentException when it is asked for a file and a folder, or a size or a duration is not possible */
    public Validation {
        if (minimumSize != null && (minimumSize < 0 || childItems != null)) {
            throw new IllegalArgumentException(
                    childItems != null
                            ? "minimumSize is of files and childItems of folders: one of them"
                            : "minimumSize of %d is not allowed: 0 or more bytes".formatted(minimumSize));
        }
        timeout = TimeSpan.check(
                "timeout",
                timeout == null ? Duration.ofHours(12) : timeout,
                Duration.ofSeconds(1),
                ActivityPolicy.LONGEST);
        interval = TimeSpan.check(
                "interval",
                interval == null ? Duration.ofSeconds(10) : interval,
                Duration.ofSeconds(1),
                Duration.ofDays(1));
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static ValidationBuilder builder() {
        return ValidationBuilder.builder();
    }

    @Override
    public List<DatasetReference> datasets() {
        return List.of(dataset);
    }

    @Override
    public String type() {
        return "Validation";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("dataset", dataset.json());
        properties.put("timeout", TimeSpan.of(timeout)).put("sleep", interval.toSeconds());
        if (minimumSize != null) {
            properties.put("minimumSize", minimumSize);
        }
        if (childItems != null) {
            properties.put("childItems", childItems);
        }
        return properties;
    }
}
