package io.terralake.factory.pipeline;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Parameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Pipeline}.
 *
 * @param factory the factory that it is in
 * @param name the pipeline's name in the factory
 * @param activities its steps
 * @param parameters what a run is given, by name; @default none
 * @param variables what activities set, by name; @default none
 * @param concurrency how many runs at once, 1 to 50; @default 1, further runs wait
 */
@RecordBuilder
public record PipelineProps(
        IDataFactory factory,
        String name,
        List<Activity> activities,
        @Nullable Map<String, Parameter> parameters,
        @Nullable Map<String, Variable> variables,
        @Nullable Integer concurrency) {

    public PipelineProps {
        activities = RequiredFields.copy(activities);
        parameters = Sorted.copyOrEmpty(parameters);
        variables = Sorted.copyOrEmpty(variables);
        concurrency = Limits.check("concurrency", concurrency == null ? 1 : concurrency, 1, 50, "");
    }

    public static PipelinePropsBuilder builder() {
        return PipelinePropsBuilder.builder();
    }
}
