package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.Tree;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.Dataset;
import io.terralake.factory.NamedArtifacts;
import java.util.Map;

/**
 * A dataset as an activity uses it.
 *
 * @param dataset the dataset
 * @param parameters values of its parameters, by name
 */
public record DatasetReference(Dataset dataset, Map<String, Expression> parameters) {

    public DatasetReference {
        parameters = RequiredFields.copy(parameters);
    }

    /** A dataset without parameters, or with their defaults. */
    public static DatasetReference to(Dataset dataset) {
        return new DatasetReference(dataset, Map.of());
    }

    Arguments arguments() {
        return new Arguments(
                "dataset \"%s\"".formatted(Tree.idOf(dataset)),
                Contract.ask(dataset, "parameters", dataset::parameters),
                parameters);
    }

    /** The reference as the service wants it. */
    public ObjectNode json() {
        String name = NamedArtifacts.remember(
                ArtifactKind.DATASET, dataset, Contract.ask(dataset, "datasetName", dataset::datasetName));
        ObjectNode reference = Activity.reference(name, "DatasetReference");
        reference.set("parameters", Arguments.json(parameters));
        return reference;
    }
}
