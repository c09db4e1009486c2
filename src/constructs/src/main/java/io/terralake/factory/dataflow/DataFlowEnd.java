package io.terralake.factory.dataflow;

import io.terralake.factory.Dataset;
import io.terralake.factory.LinkedService;
import java.util.Optional;

/**
 * Where rows enter or leave a data flow. The script says what is read or written there. One of {@link #dataset} and
 * {@link #linkedService} says where that is.
 */
public interface DataFlowEnd {

    /** A dataset. */
    static DataFlowEnd dataset(String name, Dataset dataset) {
        return new KnownEnd(name, Optional.of(dataset), Optional.empty());
    }

    /** A place that the script describes, such as a Delta table, behind a linked service. */
    static DataFlowEnd inline(String name, LinkedService linkedService) {
        return new KnownEnd(name, Optional.empty(), Optional.of(linkedService));
    }

    /** The name of the source or sink in the script. */
    String name();

    /** The dataset that is read or written. */
    default Optional<Dataset> dataset() {
        return Optional.empty();
    }

    /** What the place that the script describes is behind. */
    default Optional<LinkedService> linkedService() {
        return Optional.empty();
    }
}
