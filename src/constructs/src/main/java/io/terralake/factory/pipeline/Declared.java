package io.terralake.factory.pipeline;

import io.terralake.core.Sorted;
import io.terralake.factory.Parameter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What activities of a pipeline can read, but for each other.
 *
 * @param globalParameters the names of the factory's; empty when they are not known
 */
record Declared(
        Map<String, Parameter> parameters, Map<String, Variable> variables, Optional<Set<String>> globalParameters) {

    Declared {
        parameters = Sorted.copyOf(parameters);
        variables = Sorted.copyOf(variables);
    }

    static Declared by(PipelineProps props) {
        return new Declared(
                Objects.requireNonNull(props.parameters()),
                Objects.requireNonNull(props.variables()),
                props.factory().globalParameters());
    }
}
