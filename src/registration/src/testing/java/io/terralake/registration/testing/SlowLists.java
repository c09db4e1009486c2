package io.terralake.registration.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lists as clients must be able to read them: behind the time, and with one connection of private endpoints on each page. */
final class SlowLists {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SKIP = "$skiptoken";

    private final Set<String> hidden = ConcurrentHashMap.newKeySet();

    void hide(Collection<String> ids) {
        hidden.addAll(ids);
    }

    Reply shown(Request request, Reply reply) {
        if (!request.method().equals("GET") || reply.status() != 200) {
            return reply;
        }
        if (request.path().endsWith("/versions")) {
            return Reply.json(200, upToDate(read(reply)));
        }
        return request.path().endsWith("/privateEndpointConnections")
                ? Reply.json(200, page(request, read(reply)))
                : reply;
    }

    private ObjectNode upToDate(ObjectNode list) {
        ArrayNode value = list.arrayNode();
        for (JsonNode each : list.path("value")) {
            if (!hidden.contains(each.path("id").asText())) {
                value.add(each);
            }
        }
        return list.set("value", value);
    }

    private static ObjectNode page(Request request, ObjectNode list) {
        JsonNode all = list.path("value");
        int first = request.parameter(SKIP).isEmpty() ? 0 : Integer.parseInt(request.parameter(SKIP));
        ObjectNode page = list.objectNode();
        ArrayNode value = page.putArray("value");
        if (first < all.size()) {
            value.add(all.get(first));
        }
        if (first + 1 < all.size()) {
            page.put(
                    "nextLink",
                    "https://%s%s?api-version=%s&%s=%d"
                            .formatted(
                                    request.header("host"),
                                    request.path(),
                                    request.parameter("api-version"),
                                    SKIP,
                                    first + 1));
        }
        return page;
    }

    private static ObjectNode read(Reply reply) {
        try {
            return (ObjectNode) JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
