package io.terralake.factory;

import java.util.Map;
import java.util.Optional;

/**
 * Data as activities of a factory see it: a {@link FileDataset}, a {@link SqlTableDataset}, a {@link CustomDataset}, or a
 * construct of your own.
 */
public interface Dataset extends FactoryArtifact {

    /** The name of the dataset, best as a token that makes who uses it wait for it. */
    String datasetName();

    /** Its type in the service, such as {@code DelimitedText}; empty when it is not known here. */
    default Optional<String> datasetType() {
        return Optional.empty();
    }

    /** The parameters that an activity gives when it uses the dataset, by name; @default none. */
    default Map<String, Parameter> parameters() {
        return Map.of();
    }
}
