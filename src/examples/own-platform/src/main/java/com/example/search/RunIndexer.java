package com.example.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.pipeline.Activity;
import java.util.List;

/** Runs an indexer of a search service. */
public record RunIndexer(String name, SearchLinkedService connection, String indexer) implements Activity {
    @Override
    public String type() {
        return "WebActivity";
    }

    @Override
    public ObjectNode typeProperties() {
        String run = "%s/indexers/%s/run?api-version=2024-07-01"
                .formatted(connection.search().endpoint(), indexer);
        ObjectNode properties =
                JsonNodeFactory.instance.objectNode().put("method", "POST").put("url", run);
        properties.set(
                "connectVia", Activity.reference(connection.factory().runtimeName(), "IntegrationRuntimeReference"));
        properties
                .put("body", "{}")
                .putObject("authentication")
                .put("type", "MSI")
                .put("resource", "https://search.azure.com");
        return properties;
    }

    @Override
    public List<FactoryArtifact> artifacts() {
        return List.of(connection);
    }
}
