package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;

/** Values of expressions. */
final class Values {
    private Values() {}

    static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    /** As the JSON parser would give it: equal numbers are equal nodes. */
    static JsonNode number(long number) {
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    static JsonNode bool(boolean value) {
        return BooleanNode.valueOf(value);
    }

    /** What a template calls its type. */
    static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case NUMBER -> value.isIntegralNumber() && value.canConvertToLong() ? "int" : "float";
            case BOOLEAN -> "bool";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "null";
        };
    }

    /** As text in a text: Azure writes booleans in capitals. */
    static String plain(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? "True" : "False";
        }
        return value.isContainerNode() ? value.toString() : value.isNull() ? "" : value.asText();
    }

    /** A property, letter case aside. */
    static Optional<JsonNode> property(ObjectNode object, String name) {
        JsonNode exact = object.get(name);
        return exact != null
                ? Optional.of(exact)
                : object.properties().stream()
                        .filter(each -> each.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }
}
