package io.terralake.deployhook.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads and writes resources by their Azure ids. */
public interface Arm {

    /**
     * The properties of a resource; empty when there is none.
     *
     * @throws ArmException when ARM refuses or cannot be reached
     */
    Optional<JsonNode> get(String id, String apiVersion);

    /**
     * Creates or replaces a resource.
     *
     * @throws ArmException when ARM refuses or cannot be reached
     */
    void put(String id, String apiVersion, JsonNode properties);
}
