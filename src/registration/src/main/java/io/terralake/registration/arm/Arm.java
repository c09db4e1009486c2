package io.terralake.registration.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes resources by their Azure ids. */
public interface Arm {

    /**
     * The properties of a resource.
     *
     * @param id its Azure id
     * @param apiVersion the version of its resource type's API, such as {@code 2025-06-01}
     * @return its {@code properties}; empty when there is no such resource
     * @throws ArmException when ARM refuses or cannot be reached
     */
    Optional<JsonNode> get(String id, String apiVersion);

    /**
     * The resources of a collection, from all of its pages.
     *
     * @param id the Azure id of the collection, such as {@code …/privateEndpointConnections}
     * @param apiVersion the version of its resource type's API
     * @return the resources, whole
     * @throws ArmException when there is no such collection, ARM refuses or cannot be reached
     * @throws UnsupportedOperationException when it knows single resources only
     */
    default List<JsonNode> list(String id, String apiVersion) {
        throw new UnsupportedOperationException("no collections: " + id);
    }

    /**
     * The first page of a collection.
     *
     * @param id the Azure id of the collection, such as {@code …/versions}
     * @param apiVersion the version of its resource type's API
     * @param query what else is asked for, such as {@code $top}
     * @return the resources, whole; empty when there is no such collection
     * @throws ArmException when ARM refuses or cannot be reached
     * @throws UnsupportedOperationException when it knows single resources only
     */
    default Optional<List<JsonNode>> firstPage(String id, String apiVersion, Map<String, String> query) {
        throw new UnsupportedOperationException("no collections: " + id);
    }

    /**
     * Creates or replaces a resource.
     *
     * @param id its Azure id
     * @param apiVersion the version of its resource type's API
     * @param properties its {@code properties}, whole
     * @throws ArmException when ARM refuses or cannot be reached
     */
    void put(String id, String apiVersion, JsonNode properties);
}
