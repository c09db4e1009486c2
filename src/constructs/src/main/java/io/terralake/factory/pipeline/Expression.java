package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value in a pipeline: one that Data Factory computes when the pipeline runs, or one that is known.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions">Expressions and
 *     functions in Azure Data Factory</a>
 */
public final class Expression {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");

    /** How it stands in another expression; null for text with expressions in it. */
    private final @Nullable String code;

    /** How it stands on its own. */
    private final JsonNode json;

    /** What it is; null when only Data Factory knows. */
    private final @Nullable JsonNode literal;

    private Expression(@Nullable String code, JsonNode json, @Nullable JsonNode literal) {
        this.code = code;
        this.json = json;
        this.literal = literal;
    }

    /** A parameter of the pipeline. */
    public static Expression parameter(String name) {
        return computed("pipeline().parameters" + member(name));
    }

    /** A variable of the pipeline. */
    public static Expression variable(String name) {
        return computed("variables(%s)".formatted(quoted(name)));
    }

    /**
     * A part of what an activity put out.
     *
     * @param path such as {@code firstRow.WaterMarkVal}
     */
    public static Expression output(Activity activity, String path) {
        return computed("activity(%s).output.%s".formatted(quoted(activity.name()), path));
    }

    /** The element that a {@link ForEach} is at. */
    public static Expression item() {
        return computed("item()");
    }

    /**
     * A call of a function.
     *
     * @param function such as {@code greater}
     * @param arguments expressions, strings, numbers and booleans
     */
    public static Expression call(String function, Object... arguments) {
        String list = Arrays.stream(arguments).map(Expression::argument).collect(Collectors.joining(", "));
        return computed("%s(%s)".formatted(function, list));
    }

    /**
     * Text with expressions in it.
     *
     * @param parts strings, taken literally, and expressions
     */
    public static Expression text(Object... parts) {
        StringBuilder text = new StringBuilder();
        StringBuilder literal = new StringBuilder();
        boolean known = true;
        for (Object part : parts) {
            if (part instanceof Expression expression && expression.literal == null) {
                known = false;
                append(text, literal, true);
                text.append(expression.inline());
            } else {
                literal.append(part instanceof Expression expression ? expression.scalar() : part);
            }
        }
        TextNode value = TextNode.valueOf(literal.toString());
        append(text, literal, false);
        return new Expression(null, expression(text.toString()), known ? value : null);
    }

    /**
     * A value that is known, for a parameter that is no string.
     *
     * @param value a string, number or boolean, or lists and maps of them
     */
    public static Expression value(Object value) {
        JsonNode literal = JSON.valueToTree(value);
        String code = literal.isContainerNode() ? null : argument(value);
        return new Expression(code, escaped(literal), literal);
    }

    /** The value as the service wants it. */
    public JsonNode json() {
        return json;
    }

    /** What it is, when it is the same in every run. */
    Optional<JsonNode> literal() {
        return Optional.ofNullable(literal);
    }

    private String inline() {
        return code == null ? json.path("value").asText() : "@{%s}".formatted(code);
    }

    private String scalar() {
        if (literal == null || literal.isContainerNode()) {
            throw new IllegalArgumentException("%s cannot be a part of text".formatted(literal));
        }
        return literal.asText();
    }

    private static Expression computed(String code) {
        return new Expression(code, expression("@" + code), null);
    }

    private static JsonNode expression(String value) {
        return JsonNodeFactory.instance.objectNode().put("value", value).put("type", "Expression");
    }

    private static String argument(Object argument) {
        if (argument instanceof Expression expression) {
            if (expression.code == null) {
                throw new IllegalArgumentException(
                        "text with expressions in it, a list or an object cannot be an argument: use call(\"concat\", …)"
                                + " or call(\"json\", …)");
            }
            return expression.code;
        }
        return argument instanceof Number || argument instanceof Boolean
                ? argument.toString()
                : quoted(String.valueOf(argument));
    }

    private static String quoted(String text) {
        return "'%s'".formatted(text.replace("'", "''"));
    }

    private static String member(String name) {
        return IDENTIFIER.matcher(name).matches() ? "." + name : "[%s]".formatted(quoted(name));
    }

    /**
     * Appends literal text to text with expressions, and empties it. An at sign starts an expression at the very start and
     * before a brace; before an expression it can only stand in one.
     */
    private static void append(StringBuilder text, StringBuilder literal, boolean beforeExpression) {
        String rest = literal.toString();
        literal.setLength(0);
        int end = rest.length();
        while (beforeExpression && end > 0 && rest.charAt(end - 1) == '@') {
            end--;
        }
        String signs = rest.substring(end);
        text.append(escaped(rest.substring(0, end), text.isEmpty()));
        if (!signs.isEmpty()) {
            text.append("@{'").append(signs).append("'}");
        }
    }

    private static String escaped(String text, boolean first) {
        String escaped = text.replace("@{", "@@{");
        return first && text.startsWith("@") && !text.startsWith("@{") ? "@" + escaped : escaped;
    }

    private static JsonNode escaped(JsonNode value) {
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
}
