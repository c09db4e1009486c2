package io.terralake.factory.dataflow;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.core.Sorted;
import io.terralake.factory.ArtifactNotes;
import io.terralake.factory.IDataFactory;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Flowlet}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param steps the names of its steps, inputs and outputs among them
 * @param parameters what data flows say when they call it, by name; @default none
 * @param script the steps in the language of data flows, without the parameters, each ending in {@code ~> <name>}: rows come in by
 *     {@code input(output(…)) ~> in} and leave by {@code … output() ~> out}
 * @param notes description, annotations and folder in the studio; @default none
 */
@RecordBuilder
public record FlowletProps(
        IDataFactory factory,
        String name,
        List<String> steps,
        @Nullable Map<String, DataFlowParameter> parameters,
        String script,
        @Nullable ArtifactNotes notes) {

    public FlowletProps {
        steps = RequiredFields.copy(steps);
        parameters = Sorted.copyOrEmpty(parameters);
    }

    public static FlowletPropsBuilder builder() {
        return FlowletPropsBuilder.builder();
    }
}
