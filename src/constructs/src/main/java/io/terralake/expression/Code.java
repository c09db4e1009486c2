package io.terralake.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** How values are written in the expression language. */
public final class Code {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");

    /** A name or an index in a path, with what stands before it. */
    private static final Pattern STEP = Pattern.compile(
            "(?<optional>\\??)(?:(?<index>\\[(?:\\d+|'(?:[^']|'')*')])|(?<dot>\\.?)(?<name>[^.\\[?]+))");

    private Code() {}

    /** A value as an argument of a function; null is the language's null. */
    public static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        JsonNode json = json(value);
        if (json.isArray() && !json.isEmpty()) {
            return StreamSupport.stream(json.spliterator(), false)
                    .map(Code::of)
                    .collect(Collectors.joining(", ", "createArray(", ")"));
        }
        if (json.isContainerNode()) {
            return "json(%s)".formatted(quoted(json.toString()));
        }
        return json.isTextual() ? quoted(json.asText()) : json.asText();
    }

    /**
     * A known value as JSON.
     *
     * @throws IllegalArgumentException when it is none, such as a list with something computed in it, or no number
     */
    public static JsonNode json(@Nullable Object value) {
        JsonNode json = null;
        try {
            json = value instanceof JsonNode node ? node : JSON.valueToTree(value);
        } catch (IllegalArgumentException e) {
            // Jackson's own message names classes of its own.
        }
        if (json == null || !isFinite(json)) {
            throw new IllegalArgumentException(
                    "%s is no known value: strings, numbers, booleans, and lists and maps of them".formatted(value));
        }
        return json;
    }

    private static boolean isFinite(JsonNode json) {
        return json.isContainerNode()
                ? StreamSupport.stream(json.spliterator(), false).allMatch(Code::isFinite)
                : !json.isNumber() || Double.isFinite(json.doubleValue()) || json.isBigDecimal() || json.isBigInteger();
    }

    /** Text as it stands in an expression: in single quotes, those in it doubled. */
    public static String quoted(String text) {
        return "'%s'".formatted(text.replace("'", "''"));
    }

    /** How something of a name is read in a value: {@code .name}, or {@code ['a-b']} where the name needs it. */
    public static String member(String name) {
        return IDENTIFIER.matcher(name).matches() ? "." + name : "[%s]".formatted(quoted(name));
    }

    /** How a path is read in a value: names between dots, indexes in brackets. */
    public static String members(String path) {
        StringBuilder code = new StringBuilder();
        Matcher step = STEP.matcher(path);
        int end = 0;
        while (end < path.length() && step.region(end, path.length()).lookingAt() && follows(step, end == 0)) {
            String index = step.group("index");
            code.append(step.group("optional")).append(index == null ? member(step.group("name")) : index);
            end = step.end();
        }
        if (path.isEmpty() || end < path.length()) {
            throw new IllegalArgumentException(
                    "path \"%s\" is not allowed: names between dots, indexes in brackets, such as value[0].id or ['a.b']"
                            .formatted(path));
        }
        return code.toString();
    }

    /** Whether a name has the dot before it that it needs, all but the first. */
    private static boolean follows(Matcher step, boolean first) {
        boolean optional = !step.group("optional").isEmpty();
        boolean dotted = step.group("index") != null || step.group("dot").isEmpty() == first;
        return dotted && !(first && optional);
    }

    /**
     * A value as it stands in JSON, where text with an at sign would be an expression.
     *
     * @param value a literal
     */
    public static JsonNode escaped(JsonNode value) {
        if (value.isTextual()) {
            return TextNode.valueOf(escaped(value.asText(), true));
        }
        if (value.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            value.forEach(element -> array.add(escaped(element)));
            return array;
        }
        if (value.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            value.properties().forEach(field -> object.set(field.getKey(), escaped(field.getValue())));
            return object;
        }
        return value;
    }

    /**
     * Literal text. An at sign starts an expression at the very start and before a brace.
     *
     * @param first whether it stands at the very start
     */
    public static String escaped(String text, boolean first) {
        String escaped = text.replace("@{", "@@{");
        return first && text.startsWith("@") && !text.startsWith("@{") ? "@" + escaped : escaped;
    }
}
