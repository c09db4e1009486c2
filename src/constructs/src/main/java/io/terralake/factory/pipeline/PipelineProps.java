package io.terralake.factory.pipeline;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.core.Tokens;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Parameter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
 * @param policy how long those of its activities may take, and how often they are tried, that say nothing of it and are of a type of
 *     the library that takes a policy; @default {@link ActivityPolicy#DEFAULT}
 * @param description what people read about it; @default none
 * @param folder where Data Factory's studio shows it, such as {@code loans/daily}; @default at the top
 * @param annotations labels that people search its runs by; @default none
 */
@RecordBuilder
public record PipelineProps(
        IDataFactory factory,
        String name,
        List<Activity> activities,
        @Nullable Map<String, Parameter> parameters,
        @Nullable Map<String, Variable> variables,
        @Nullable Integer concurrency,
        @Nullable ActivityPolicy policy,
        @Nullable String description,
        @Nullable String folder,
        @Nullable List<String> annotations) {
    private static final Pattern FOLDER = Pattern.compile("[^/]+(/[^/]+)*");

    public PipelineProps {
        activities = RequiredFields.copy(activities);
        parameters = Sorted.copyOrEmpty(parameters);
        variables = Sorted.copyOrEmpty(variables);
        annotations = RequiredFields.copyOrEmpty(annotations);
        if (folder != null && !Tokens.isIn(folder) && !FOLDER.matcher(folder).matches()) {
            throw new IllegalArgumentException(
                    "the folder \"%s\" of a pipeline is not allowed: names between slashes, such as loans/daily"
                            .formatted(folder));
        }
        concurrency = Limits.check("concurrency", concurrency == null ? 1 : concurrency, 1, 50, "");
    }

    public static PipelinePropsBuilder builder() {
        return PipelinePropsBuilder.builder();
    }
}
