package io.terralake.factory;

import java.util.Map;
import java.util.Optional;
import software.constructs.IConstruct;

/** Data as activities of a factory see it. */
public sealed interface Dataset extends IConstruct permits FileDataset, SqlTableDataset {

    /** The name of the dataset, as a token that makes who uses it wait for it. */
    String datasetName();

    /** The parameters that an activity gives when it uses the dataset, with their defaults where they have one. */
    default Map<String, Optional<String>> parameters() {
        return Map.of();
    }
}
