package io.terralake.emulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** How JSON is put together. */
public final class Json {
    private Json() {}

    /** Changes what is there as a JSON merge patch does (RFC 7396): nulls take away. */
    public static void patch(ObjectNode target, JsonNode change) {
        change.properties().forEach(field -> {
            JsonNode old = target.get(field.getKey());
            if (field.getValue().isNull()) {
                target.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode && old instanceof ObjectNode inside) {
                patch(inside, field.getValue());
            } else {
                target.set(field.getKey(), withoutNulls(field.getValue()));
            }
        });
    }

    /** Adds what is not there yet. */
    public static void complete(ObjectNode target, JsonNode defaults) {
        defaults.properties().forEach(field -> {
            JsonNode old = target.get(field.getKey());
            if (old == null) {
                target.set(field.getKey(), field.getValue().deepCopy());
            } else if (old instanceof ObjectNode inside && field.getValue() instanceof ObjectNode) {
                complete(inside, field.getValue());
            }
        });
    }

    /** Takes away what is just as it is in {@code known}, and objects in which nothing else is. */
    public static void omit(ObjectNode target, JsonNode known) {
        known.properties().forEach(field -> {
            JsonNode there = target.get(field.getKey());
            if (there instanceof ObjectNode inside && field.getValue() instanceof ObjectNode) {
                omit(inside, field.getValue());
                if (inside.isEmpty()) {
                    target.remove(field.getKey());
                }
            } else if (field.getValue().equals(there)) {
                target.remove(field.getKey());
            }
        });
    }

    private static JsonNode withoutNulls(JsonNode given) {
        JsonNode copy = given.deepCopy();
        strip(copy);
        return copy;
    }

    private static void strip(JsonNode json) {
        if (json instanceof ObjectNode object) {
            List<String> nulls = new ArrayList<>();
            object.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    nulls.add(field.getKey());
                }
            });
            object.remove(nulls);
        }
        json.forEach(Json::strip);
    }
}
