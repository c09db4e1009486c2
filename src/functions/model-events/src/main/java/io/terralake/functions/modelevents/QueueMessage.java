package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** An event as a message of the queue. */
final class QueueMessage {
    /** A message of a queue holds 64 KiB (Azure, limits of Queue Storage), which is 48 KiB before it is encoded as base64. */
    static final int LARGEST = 48 << 10;

    private QueueMessage() {}

    /** The event as it came, its data replaced by a reference when it is too large; empty when it is too large for all that. */
    static Optional<String> of(JsonNode json, Event event) {
        if (Json.bytes(json) > LARGEST) {
            ObjectNode shortened = json.deepCopy();
            json = shortened.set("data", Reference.of(event));
        }
        return Json.bytes(json) > LARGEST ? Optional.empty() : Optional.of(json.toString());
    }
}
