package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.core.Tree;
import io.terralake.factory.FactoryArtifact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs another pipeline of the factory. What that returns is read by {@link Expression#returnValue}.
 *
 * @param name the activity's name
 * @param pipeline the other pipeline
 * @param parameters values of its parameters, by name; @default its defaults
 * @param waitOnCompletion @default true
 * @param dependsOn @default nothing
 */
@RecordBuilder
public record ExecutePipeline(
        String name,
        IPipeline pipeline,
        @Nullable Map<String, Expression> parameters,
        @Nullable Boolean waitOnCompletion,
        @Nullable List<Dependency> dependsOn)
        implements Activity {

    public ExecutePipeline {
        parameters = Sorted.copyOrEmpty(parameters);
        waitOnCompletion = waitOnCompletion == null || waitOnCompletion;
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
    }

    public static ExecutePipelineBuilder builder() {
        return ExecutePipelineBuilder.builder();
    }

    /** @throws IllegalArgumentException when nobody waits for the pipeline's end, or it is known not to return a value */
    void requireReturned(String path) {
        if (!Boolean.TRUE.equals(waitOnCompletion)) {
            throw new IllegalArgumentException(
                    "\"%s\" does not wait for its pipeline, which returns values at its end".formatted(name));
        }
        String key = path.split("[.\\[?]", 2)[0];
        Optional<Set<String>> returned = pipeline == null ? Optional.empty() : pipeline.returnValues();
        if (returned.filter(names -> names.stream().noneMatch(key::equalsIgnoreCase))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "the pipeline of \"%s\" does not return \"%s\", there are %s".formatted(name, key, returned.get()));
        }
    }

    @Override
    public Optional<Arguments> arguments() {
        return Optional.of(
                new Arguments("pipeline \"%s\"".formatted(Tree.idOf(pipeline)), pipeline.parameters(), parameters));
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(pipeline);
    }

    @Override
    public String type() {
        return "ExecutePipeline";
    }

    @Override
    public ObjectNode typeProperties() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.set("pipeline", Activity.reference(pipeline.pipelineName(), "PipelineReference"));
        properties.put("waitOnCompletion", waitOnCompletion);
        properties.set("parameters", Arguments.json(parameters));
        return properties;
    }

    @Override
    public void complete(ObjectNode json) {
        json.putObject("policy").put("secureInput", false);
    }
}
