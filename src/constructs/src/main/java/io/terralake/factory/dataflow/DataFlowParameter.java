package io.terralake.factory.dataflow;

import java.util.Optional;

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

    String declaration(String name) {
        return "%s as %s%s"
                .formatted(
                        name,
                        type.scriptName(),
                        defaultValue.map(" (%s)"::formatted).orElse(""));
    }
}
