package io.terralake.emulator.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** What is asserted is over in minutes: nothing keeps it from being destroyed, and waits are no longer than roles take here. */
final class Loosened {
    private Loosened() {}

    /**
     * Changes a stack.
     *
     * @param propagation how long roles take
     */
    static void loosen(ObjectNode stack, Duration propagation) {
        for (JsonNode type : stack.path("resource")) {
            for (JsonNode resource : type) {
                if (resource.get("lifecycle") instanceof ObjectNode lifecycle) {
                    lifecycle.remove("prevent_destroy");
                }
            }
        }
        for (JsonNode each : stack.at("/resource/time_sleep")) {
            if (each instanceof ObjectNode sleep) {
                shorten(sleep, "create_duration", propagation);
                shorten(sleep, "destroy_duration", Duration.ZERO);
            }
        }
    }

    private static void shorten(ObjectNode sleep, String field, Duration longest) {
        try {
            if (Duration.parse("PT" + sleep.path(field).asText()).compareTo(longest) > 0) {
                sleep.put(field, longest.toSeconds() + "s");
            }
        } catch (DateTimeParseException e) {
            // None, a few milliseconds, or an expression.
        }
    }
}
