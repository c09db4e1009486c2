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
 * Properties of a {@link MappingDataFlow}.
 *
 * @param factory the factory that it is in
 * @param name the name in the factory
 * @param sources where rows enter
 * @param sinks where rows leave
 * @param transformations the names of the steps in between; @default none
 * @param flowlets the steps in between that are calls of flowlets, by name; @default none
 * @param parameters what activities say when they run it, by name; @default none
 * @param script the steps in the language of data flows, without the parameters, each ending in {@code ~> <name>}
 * @param notes description, annotations and folder in the studio; @default none
 */
@RecordBuilder
public record MappingDataFlowProps(
        IDataFactory factory,
        String name,
        List<DataFlowEnd> sources,
        List<DataFlowEnd> sinks,
        @Nullable List<String> transformations,
        @Nullable Map<String, FlowletUse> flowlets,
        @Nullable Map<String, DataFlowParameter> parameters,
        String script,
        @Nullable ArtifactNotes notes) {

    public MappingDataFlowProps {
        sources = RequiredFields.copy(sources);
        sinks = RequiredFields.copy(sinks);
        transformations = RequiredFields.copyOrEmpty(transformations);
        flowlets = Sorted.copyOrEmpty(flowlets);
        parameters = Sorted.copyOrEmpty(parameters);
    }

    public static MappingDataFlowPropsBuilder builder() {
        return MappingDataFlowPropsBuilder.builder();
    }
}
