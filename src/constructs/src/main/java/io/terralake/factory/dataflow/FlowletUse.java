package io.terralake.factory.dataflow;

import io.terralake.core.BrokenContractException;
import io.terralake.core.Sorted;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.IDataFactory;
import java.util.Map;

/**
 * A call of a flowlet in a data flow.
 *
 * @param flowlet the flowlet
 * @param parameters values of its parameters, by name: expressions of data flows, in which a string has quotes
 */
public record FlowletUse(IFlowlet flowlet, Map<String, String> parameters) {
    public FlowletUse {
        parameters = parameters == null ? parameters : Sorted.copyOf(parameters);
    }

    /** A flowlet without parameters, or with their defaults. */
    public static FlowletUse of(IFlowlet flowlet) {
        return new FlowletUse(flowlet, Map.of());
    }

    /** @throws BrokenContractException when the flowlet is elsewhere, or a parameter does not exist or is not set */
    void check(String step, IDataFactory factory) {
        FactoryArtifact.requireSameFactory(factory, "flowlet", flowlet);
        Map<String, DataFlowParameter> declared = flowlet.parameters();
        parameters.keySet().stream()
                .filter(name -> !declared.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new BrokenContractException(
                            "the flowlet of the step \"%s\" has no parameter \"%s\", there are %s"
                                    .formatted(step, name, declared.keySet()));
                });
        declared.forEach((name, parameter) -> {
            if (parameter.defaultValue().isEmpty() && !parameters.containsKey(name)) {
                throw new BrokenContractException(
                        "the parameter \"%s\" of the flowlet of the step \"%s\" is not set".formatted(name, step));
            }
        });
    }
}
