package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * What GitHub is told of an event: the body of {@code POST /repos/{owner}/{repo}/dispatches}.
 *
 * @param id the event's
 * @param body {@code {"event_type": …, "client_payload": {…}}}
 */
public record Dispatch(String id, ObjectNode body) {
    /** Of {@code client_payload} as JSON; in bytes, which are not fewer than the characters that GitHub counts. */
    static final int LARGEST_PAYLOAD = 65_535;

    static Dispatch of(Event event) {
        ObjectNode payload = payload(event, event.data());
        if (Json.bytes(payload) > LARGEST_PAYLOAD) {
            payload = payload(event, Reference.of(event));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("event_type", event.type().dispatch()).set("client_payload", payload);
        return new Dispatch(event.id(), body);
    }

    /** At most ten members, which is what GitHub takes. */
    private static ObjectNode payload(Event event, ObjectNode data) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.<ObjectNode>set("data", data)
                .put("event_source", event.type().source())
                .put("integration", true)
                .put("unit", false)
                .put("id", event.id())
                .put("subject", event.subject());
        Optional.ofNullable(event.time()).ifPresent(time -> payload.put("time", time));
        if (Reference.is(data)) {
            payload.put("truncated", true);
        }
        return payload;
    }

    /**
     * Which workflows it starts.
     *
     * @return {@code event_type}
     */
    public String eventType() {
        return body.path("event_type").asText();
    }

    JsonNode payload() {
        return body.path("client_payload");
    }
}
