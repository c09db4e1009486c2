package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.terralake.expression.Code;
import io.terralake.factory.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value in a pipeline: one that Data Factory computes when the pipeline runs, or one that is known.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions">Expressions and
 *     functions in Azure Data Factory</a>
 */
public final class Expression {
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
        return computed("pipeline().parameters" + Code.member(name));
    }

    /** A global parameter of the factory. */
    public static Expression globalParameter(String name) {
        return computed("pipeline().globalParameters" + Code.member(name));
    }

    /** What a run knows about itself, such as its id. */
    public static Expression system(SystemVariable variable) {
        return computed("pipeline()." + variable.azureName());
    }

    /**
     * What a trigger knows when it starts a pipeline, for the values that it gives to the pipeline's parameters:
     * {@code Map.of("file", trigger(TriggerVariable.FILE_NAME).asText())}.
     */
    public static Expression trigger(TriggerVariable variable) {
        return computed(variable.azureName());
    }

    /** A variable of the pipeline. */
    public static Expression variable(String name) {
        return computed("variables(%s)".formatted(Code.quoted(name)));
    }

    /** All that an activity put out, a JSON object. */
    public static Expression output(Activity activity) {
        return computed("activity(%s).output".formatted(Code.quoted(activity.name())));
    }

    /**
     * A part of what an activity put out.
     *
     * @param path names between dots and indexes in brackets, such as {@code firstRow.WaterMarkVal}, {@code value[0].id}
     */
    public static Expression output(Activity activity, String path) {
        return output(activity).part(path);
    }

    /** What an activity's run knows about itself, such as how it ended. */
    public static Expression activity(Activity activity, ActivityRun part) {
        return computed("activity(%s).%s".formatted(Code.quoted(activity.name()), part.azureName()));
    }

    /** Why an activity failed. */
    public static Expression errorMessage(Activity activity) {
        return activity(activity, ActivityRun.ERROR_MESSAGE);
    }

    /**
     * A value that another pipeline returned, by a {@link SetReturnValues} in it.
     *
     * @param run the {@link ExecutePipeline} that ran it
     * @param path the value's name, or a part of the value as in {@link #output(Activity, String)}
     * @throws IllegalArgumentException when the other pipeline is known not to return it, or nobody waits for its end
     */
    public static Expression returnValue(Activity run, String path) {
        if (AnnotatedActivity.bare(run) instanceof ExecutePipeline call) {
            call.requireReturned(path);
        }
        return output(run, "pipelineReturnValue").part(path);
    }

    /** The element that a {@link ForEach} is at. */
    public static Expression item() {
        return computed("item()");
    }

    /**
     * A part of the element that a {@link ForEach} is at.
     *
     * @param path as that of {@link #output(Activity, String)}
     */
    public static Expression item(String path) {
        return item().part(path);
    }

    /** No value. */
    public static Expression none() {
        return computed("null");
    }

    /**
     * A list.
     *
     * @param elements expressions and known values
     */
    public static Expression list(Object... elements) {
        return elements.length == 0 ? computed("json('[]')") : call("createArray", elements);
    }

    /**
     * A call of a function.
     *
     * @param function such as {@code greater}
     * @param arguments expressions, and known values: strings, numbers, booleans, null, and lists and maps of them; a list with an
     *     expression in it is made by {@link #list}
     */
    public static Expression call(String function, @Nullable Object... arguments) {
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
            if (part == null) {
                throw new IllegalArgumentException(
                        "null cannot be a part of text: strings and expressions, given are " + Arrays.toString(parts));
            }
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
     * @throws IllegalArgumentException when it is something else, such as a list with an expression in it
     */
    public static Expression value(Object value) {
        if (value == null) {
            return none();
        }
        JsonNode literal = Code.json(value);
        return new Expression(Code.of(value), Code.escaped(literal), literal);
    }

    /**
     * A part of the value.
     *
     * @param path as that of {@link #output(Activity, String)}
     */
    public Expression part(String path) {
        if (code == null || literal != null) {
            throw new IllegalArgumentException("%s has no parts".formatted(json));
        }
        return computed(code + Code.members(path));
    }

    /** The value as the service wants it. */
    public JsonNode json() {
        return json;
    }

    /**
     * The value as the text in which Data Factory finds the expression, such as {@code @item()}: for what takes strings, such as a
     * URL.
     */
    public String asText() {
        if (code == null || literal == null) {
            return json.path("value").asText();
        }
        return json.isTextual() ? json.asText() : json.toString();
    }

    /** The value where the service wants an expression, whether it is known or not. */
    JsonNode computed() {
        return code == null ? json : expression("@" + code);
    }

    /** The value with its type, as a pipeline returns it. */
    ObjectNode typed() {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        boolean plain = literal != null && !literal.isContainerNode() && !literal.isTextual();
        if (plain) {
            String type = literal.isBoolean() ? "Boolean" : Parameter.Type.INTEGER.takes(literal) ? "Int" : "Float";
            typed.put("type", type).set("content", literal);
        } else {
            typed.put("type", "Expression").set("content", computed().path("value"));
        }
        return typed;
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

    @Override
    public String toString() {
        return asText();
    }

    private static String argument(@Nullable Object argument) {
        if (!(argument instanceof Expression expression)) {
            return Code.of(argument);
        }
        if (expression.code == null) {
            throw new IllegalArgumentException(
                    "text with expressions in it cannot be an argument: use call(\"concat\", …)");
        }
        return expression.code;
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
        text.append(Code.escaped(rest.substring(0, end), text.isEmpty()));
        if (!signs.isEmpty()) {
            text.append("@{'").append(signs).append("'}");
        }
    }
}
