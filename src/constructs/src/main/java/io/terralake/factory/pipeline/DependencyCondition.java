package io.terralake.factory.pipeline;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How an activity must have ended for the next one to start. */
public enum DependencyCondition {
    COMPLETED("Completed"),
    FAILED("Failed"),
    SKIPPED("Skipped"),
    SUCCEEDED("Succeeded");

    private final String azureName;

    DependencyCondition(String azureName) {
        this.azureName = azureName;
    }

    /** The condition of a name, which the service takes in any case. */
    static Optional<DependencyCondition> of(String name) {
        return Arrays.stream(values())
                .filter(condition -> condition.azureName.equalsIgnoreCase(name))
                .findFirst();
    }

    static List<String> azureNames() {
        return Arrays.stream(values()).map(DependencyCondition::azureName).toList();
    }

    /** The condition's name in the service. */
    public String azureName() {
        return azureName;
    }
}
