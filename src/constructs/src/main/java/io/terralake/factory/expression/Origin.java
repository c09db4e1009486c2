package io.terralake.factory.expression;

import java.util.Optional;

/**
 * Where an expression can read from.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-system-variables">System variables supported by
 *     Azure Data Factory</a>
 */
public enum Origin {
    ACTIVITY("activity"),
    DATASET("dataset"),
    ITEM("item"),
    LINKED_SERVICE("linkedService"),
    PIPELINE("pipeline"),
    TRIGGER("trigger"),
    TRIGGER_BODY("triggerBody"),
    VARIABLES("variables");

    private final String function;

    Origin(String function) {
        this.function = function;
    }

    /** The function that gives it. */
    public String function() {
        return function;
    }

    static Optional<Origin> of(String function) {
        for (Origin origin : values()) {
            if (origin.function.equalsIgnoreCase(function)) {
                return Optional.of(origin);
            }
        }
        return Optional.empty();
    }
}
