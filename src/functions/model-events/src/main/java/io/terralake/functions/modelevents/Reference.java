package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What stands for data that is too large: {@code {"truncated": true, "bytes": 70123, "source": "/subscriptions/…"}}, and of the data the
 * members that are short, so that a workflow still finds the run, the model or the blob.
 */
final class Reference {
    private static final int LONGEST_TEXT = 1024;
    private static final int LARGEST = 16 << 10;

    private Reference() {}

    static ObjectNode of(Event event) {
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        int size = 0;
        for (var member : event.data().properties()) {
            JsonNode value = member.getValue();
            int bytes = member.getKey().length() * 3 + Json.bytes(value);
            if (value.isValueNode() && bytes <= LONGEST_TEXT && size + bytes <= LARGEST) {
                size += bytes;
                reference.set(member.getKey(), value);
            }
        }
        return reference
                .put("truncated", true)
                .put("bytes", Json.bytes(event.data()))
                .put("source", event.source());
    }

    /** Whether data is one already, of an event that came over HTTP. */
    static boolean is(ObjectNode data) {
        return data.path("truncated").asBoolean() && data.path("bytes").isIntegralNumber();
    }
}
