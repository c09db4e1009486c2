package io.terralake.factory.trigger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.expression.Parser;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Literals;
import io.terralake.factory.Parameter;
import io.terralake.factory.expression.Found;
import io.terralake.factory.expression.Origin;
import io.terralake.factory.pipeline.IPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * What a trigger starts.
 *
 * @param pipeline the pipeline
 * @param parameters values of its parameters, by name, as text: {@code 3} for an integer, {@code ["a", "b"]} for a list;
 *     expressions of triggers, such as {@code @triggerBody().fileName}, among them
 */
public record PipelineRun(IPipeline pipeline, Map<String, String> parameters) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public PipelineRun {
        parameters = RequiredFields.copy(parameters);
    }

    /** A pipeline with the defaults of its parameters. */
    public static PipelineRun of(IPipeline pipeline) {
        return new PipelineRun(pipeline, Map.of());
    }

    /** @throws IllegalArgumentException when there is none */
    static List<PipelineRun> checked(List<PipelineRun> runs) {
        if (runs != null && runs.isEmpty()) {
            throw new IllegalArgumentException("a trigger needs at least one pipeline");
        }
        return RequiredFields.copy(runs);
    }

    /**
     * Checks all that a trigger starts.
     *
     * @return their factory
     * @throws ConstructException when they are in two factories, or a value is wrong
     */
    static IDataFactory check(Construct trigger, List<PipelineRun> runs, Set<Origin> origins) {
        IDataFactory factory = runs.get(0).pipeline().factory();
        runs.forEach(run -> {
            Contract.at(trigger, () -> FactoryArtifact.requireSameFactory(factory, "pipeline", run.pipeline()));
            run.check(trigger, origins);
        });
        return factory;
    }

    /** @param origins where the trigger's expressions can read from */
    void check(Construct trigger, Set<Origin> origins) {
        List<String> problems = new ArrayList<>();
        Map<String, Parameter> declared = pipeline.parameters();
        parameters.forEach((name, value) -> {
            Parameter parameter = declared.get(name);
            if (Parser.concerns(value)) {
                Found found = Found.of("/parameters/" + name, value, origins);
                found.problems().forEach(problem -> problems.add(found.at(problem.at(), problem.message())));
            }
            if (parameter == null) {
                problems.add("the pipeline has no parameter \"%s\", there are %s".formatted(name, declared.keySet()));
            } else if (parameter.type() == Parameter.Type.SECURE_STRING && !Parser.computes(value)) {
                problems.add(
                        "the parameter \"%s\" of the pipeline is a secure string: a value would stand in Terraform's state"
                                .formatted(name));
            } else if (!takes(parameter.type(), value)) {
                problems.add("the parameter \"%s\" of the pipeline is of type %s, given is \"%s\""
                        .formatted(name, parameter.type().azureName(), value));
            }
        });
        declared.forEach((name, parameter) -> {
            if (parameter.required() && !parameters.containsKey(name)) {
                problems.add("the parameter \"%s\" of the pipeline is not set".formatted(name));
            }
        });
        if (!problems.isEmpty()) {
            throw new ConstructException(trigger, String.join("; ", problems));
        }
    }

    /** The values as azurerm wants them; null for none. */
    @Nullable Map<String, String> arguments() {
        return Literals.of(parameters);
    }

    private static boolean takes(Parameter.Type type, String value) {
        if (Parser.computes(value) || type == Parameter.Type.STRING) {
            return true;
        }
        JsonNode read = read(value);
        return read != null && type.takes(read);
    }

    private static @Nullable JsonNode read(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
