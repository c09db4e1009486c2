package io.terralake.factory.dataflow;

import io.terralake.factory.Dataset;
import io.terralake.factory.LinkedService;

/** Where rows enter or leave a data flow. The script says what is read or written there. */
public sealed interface DataFlowEnd {

    /** A dataset. */
    static DataFlowEnd dataset(String name, Dataset dataset) {
        return new OfDataset(name, dataset);
    }

    /** A place that the script describes, such as a Delta table, behind a linked service. */
    static DataFlowEnd inline(String name, LinkedService linkedService) {
        return new Inline(name, linkedService);
    }

    /** The name of the source or sink in the script. */
    String name();

    /** A dataset. */
    record OfDataset(String name, Dataset dataset) implements DataFlowEnd {}

    /** A place behind a linked service. */
    record Inline(String name, LinkedService linkedService) implements DataFlowEnd {}
}
