package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a function is called with.
 *
 * @param function its name
 */
record Arguments(String function, List<JsonNode> values) {

    int size() {
        return values.size();
    }

    JsonNode get(int i) {
        return values.get(i);
    }

    /** Whether all are of a type. */
    boolean all(String type) {
        return values.stream().allMatch(each -> Values.type(each).equals(type));
    }

    String text(int i) {
        return of(i, "string").asText();
    }

    long number(int i) {
        return of(i, "int").asLong();
    }

    boolean bool(int i) {
        return of(i, "bool").asBoolean();
    }

    ArrayNode array(int i) {
        return (ArrayNode) of(i, "array");
    }

    ObjectNode object(int i) {
        return (ObjectNode) of(i, "object");
    }

    private JsonNode of(int i, String type) {
        if (!Values.type(get(i)).equals(type)) {
            throw wrong(i, type);
        }
        return get(i);
    }

    /** The refusal of an argument. */
    ValueException wrong(int i, String wanted) {
        return new ValueException(
                "argument %d of the function '%s' must be %s".formatted(i + 1, function, wanted), get(i));
    }
}
