package io.terralake.deployhook.arm;

import com.fasterxml.jackson.databind.JsonNode;
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
     * Creates or replaces a resource.
     *
     * @param id its Azure id
     * @param apiVersion the version of its resource type's API
     * @param properties its {@code properties}, whole
     * @throws ArmException when ARM refuses or cannot be reached
     */
    void put(String id, String apiVersion, JsonNode properties);
}
