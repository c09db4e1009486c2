package io.terralake.factory.dataflow;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A parameter of a data flow.
 *
 * @param type its type
 * @param defaultValue an expression of data flows, in which a string has quotes; empty when activities must give one
 */
public record DataFlowParameter(DataFlowType type, Optional<String> defaultValue) {

    /** A string that activities must give. */
    public static DataFlowParameter string() {
        return new DataFlowParameter(DataFlowType.STRING, Optional.empty());
    }

    /** What declares parameters at the start of a script. */
    static String declarations(Map<String, DataFlowParameter> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(parameter -> parameter.getValue().declaration(parameter.getKey()))
                        .collect(Collectors.joining(",\n\t", "parameters{\n\t", "\n}\n"));
    }

    private String declaration(String name) {
        return "%s as %s%s"
                .formatted(
                        name,
                        type.scriptName(),
                        defaultValue.map(" (%s)"::formatted).orElse(""));
    }
}
