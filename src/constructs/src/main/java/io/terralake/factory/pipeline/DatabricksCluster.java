package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.DatabricksLinkedService;
import io.terralake.factory.LinkedService;
import java.util.List;

/** What activities have in common that run on a cluster of a Databricks workspace. */
final class DatabricksCluster {
    private DatabricksCluster() {}

    /** @throws IllegalArgumentException when the connection is known to have no cluster */
    static void require(LinkedService workspace) {
        if (workspace instanceof DatabricksLinkedService connection && !connection.hasCluster()) {
            throw new IllegalArgumentException(
                    "the connection %s has no cluster to run on: set its clusterId, or run a DatabricksJob, which brings its own"
                            .formatted(workspace.getNode().getPath()));
        }
    }

    static void addLibraries(ObjectNode properties, List<DatabricksLibrary> libraries) {
        if (!libraries.isEmpty()) {
            ArrayNode list = properties.putArray("libraries");
            libraries.forEach(library -> list.add(library.json()));
        }
    }

    static void addParameters(ObjectNode properties, List<Expression> parameters) {
        ArrayNode list = properties.putArray("parameters");
        parameters.forEach(parameter -> list.add(parameter.json()));
    }
}
