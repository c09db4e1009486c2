package io.terralake.logic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.terralake.expression.Code;
import io.terralake.expression.Parser;
import io.terralake.expression.SyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value in a workflow: one that Logic Apps computes in each run, or one that is known. Text is literal, whatever signs it has in it;
 * what is to be computed says so by this type.
 *
 * @see <a href="https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference">Functions in the
 *     workflow definition language</a>
 */
public final class Expression {
    private static final JsonMapper JSON = new JsonMapper();

    /** How it stands in another expression; null for what is no single expression. */
    private final @Nullable String code;

    private final JsonNode json;

    private Expression(@Nullable String code, JsonNode json) {
        this.code = code;
        this.json = json;
    }

    /**
     * An expression in the service's own words.
     *
     * @param code without the at sign, such as {@code greater(length(body('List')), 0)}
     * @throws IllegalArgumentException when it is none
     */
    public static Expression of(String code) {
        try {
            Parser.parse("@" + code);
        } catch (SyntaxException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no expression: at character %d: %s".formatted(code, e.at(), e.getMessage()));
        }
        return computed(code);
    }

    /**
     * A call of a function.
     *
     * @param function such as {@code concat}
     * @param arguments expressions, strings, numbers, booleans, null, and lists and maps of those
     */
    public static Expression call(String function, @Nullable Object... arguments) {
        return of("%s(%s)"
                .formatted(
                        function,
                        Arrays.stream(arguments).map(Expression::argument).collect(Collectors.joining(", "))));
    }

    /** What an action got or made; that of an HTTP action is the body of the answer. */
    public static Expression body(WorkflowAction action) {
        return computed("body(%s)".formatted(Code.quoted(action.name())));
    }

    /** All that an action put out, such as {@code statusCode} and {@code headers} of an HTTP action. */
    public static Expression outputs(WorkflowAction action) {
        return computed("outputs(%s)".formatted(Code.quoted(action.name())));
    }

    /** The element that a {@link ForEach} of this name is at. */
    public static Expression item(String loop) {
        return computed("items(%s)".formatted(Code.quoted(loop)));
    }

    /**
     * Text with expressions in it.
     *
     * @param parts strings, taken literally, and expressions
     */
    public static Expression text(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Expression expression) {
                text.append(expression.inline());
            } else {
                text.append(literal(String.valueOf(part), text.isEmpty()));
            }
        }
        return new Expression(null, TextNode.valueOf(text.toString()));
    }

    /**
     * A JSON value.
     *
     * @param value a string, number, boolean, JSON, or lists and maps of those and of expressions; texts are literal
     */
    public static Expression value(Object value) {
        return new Expression(null, toJson(value));
    }

    /**
     * A part of the value.
     *
     * @param path names between dots and indexes in brackets, such as {@code value[0].id}
     * @throws IllegalArgumentException when the path is malformed, or the value has no parts
     */
    public Expression part(String path) {
        if (code == null) {
            throw new IllegalArgumentException("%s has no parts".formatted(json));
        }
        return of(code + Code.members(path));
    }

    /** The value as the service wants it. */
    public JsonNode json() {
        return json;
    }

    private String inline() {
        if (code != null) {
            return "@{%s}".formatted(code);
        }
        if (!json.isTextual()) {
            throw new IllegalArgumentException("%s cannot be a part of text".formatted(json));
        }
        return json.asText();
    }

    private static Expression computed(String code) {
        return new Expression(code, TextNode.valueOf("@" + code));
    }

    /** An at sign right before an expression would double that of the expression, so it stands in one itself. */
    private static String literal(String text, boolean first) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '@') {
            end--;
        }
        String escaped = Code.escaped(text.substring(0, end), first);
        return end == text.length() ? escaped : escaped + "@{'%s'}".formatted(text.substring(end));
    }

    private static String argument(@Nullable Object argument) {
        if (!(argument instanceof Expression expression)) {
            return Code.of(argument);
        }
        if (expression.code == null) {
            throw new IllegalArgumentException(
                    "%s cannot be an argument: give the value itself, or use call(\"concat\", …)"
                            .formatted(expression.json));
        }
        return expression.code;
    }

    private static JsonNode toJson(@Nullable Object value) {
        if (value instanceof Expression expression) {
            return expression.json;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            map.forEach((name, one) -> object.set(String.valueOf(name), toJson(one)));
            return object;
        }
        if (value instanceof List<?> list) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            list.forEach(one -> array.add(toJson(one)));
            return array;
        }
        return Code.escaped(JSON.valueToTree(value));
    }
}
