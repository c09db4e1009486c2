package io.terralake.factory.dataflow;

import io.terralake.factory.FactoryArtifact;
import java.util.List;
import java.util.Map;

/** A data flow of a factory, written with types or as JSON. */
public interface IDataFlow extends FactoryArtifact {

    /** The name of the data flow, as a token that makes who uses it wait for it. */
    String dataFlowName();

    /** The parameters that an activity gives when it runs the data flow. */
    Map<String, DataFlowParameter> parameters();

    /** The names of its sources and sinks. */
    List<String> ends();
}
