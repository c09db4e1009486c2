package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.TerraformText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A value that Data Factory computes when a pipeline runs, with the parameters, variables and outputs that it reads.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/control-flow-expression-language-functions">Expressions and
 *     functions in Azure Data Factory</a>
 */
public final class Expression {
    private final String value;
    private final boolean interpolated;
    private final List<Reference> references;

    private Expression(String value, boolean interpolated, List<Reference> references) {
        this.value = value;
        this.interpolated = interpolated;
        this.references = List.copyOf(references);
    }

    /** A parameter of the pipeline. */
    public static Expression parameter(String name) {
        return reading("pipeline().parameters." + name, Reference.Kind.PARAMETER, name);
    }

    /** A variable of the pipeline. */
    public static Expression variable(String name) {
        return reading("variables('%s')".formatted(name), Reference.Kind.VARIABLE, name);
    }

    /**
     * A part of what an activity put out.
     *
     * @param path such as {@code firstRow.WaterMarkVal}
     */
    public static Expression output(Activity activity, String path) {
        return reading(
                "activity('%s').output.%s".formatted(activity.name(), path), Reference.Kind.OUTPUT, activity.name());
    }

    /** The element that a {@link ForEach} is at. */
    public static Expression item() {
        return reading("item()", Reference.Kind.ITEM, "item()");
    }

    /**
     * A call of a function.
     *
     * @param function such as {@code greater}
     * @param arguments expressions, strings, numbers and booleans
     */
    public static Expression call(String function, Object... arguments) {
        String list = Arrays.stream(arguments).map(Expression::argument).collect(Collectors.joining(", "));
        return new Expression("%s(%s)".formatted(function, list), false, referencesOf(arguments));
    }

    /**
     * Text with expressions in it.
     *
     * @param parts strings, taken literally, and expressions
     */
    public static Expression text(Object... parts) {
        String text = Arrays.stream(parts)
                .map(part ->
                        part instanceof Expression expression ? expression.inline() : literal(String.valueOf(part)))
                .collect(Collectors.joining());
        return new Expression(text, true, referencesOf(parts));
    }

    List<Reference> references() {
        return references;
    }

    ObjectNode json() {
        return JsonNodeFactory.instance.objectNode().put("value", string()).put("type", "Expression");
    }

    String string() {
        return interpolated ? value : "@" + value;
    }

    private String inline() {
        return interpolated ? value : "@{%s}".formatted(value);
    }

    private static Expression reading(String value, Reference.Kind kind, String name) {
        return new Expression(value, false, List.of(new Reference(kind, name)));
    }

    private static String argument(Object argument) {
        if (argument instanceof Expression expression) {
            if (expression.interpolated) {
                throw new IllegalArgumentException(
                        "text with expressions in it cannot be an argument: use call(\"concat\", …)");
            }
            return expression.value;
        }
        if (argument instanceof Number || argument instanceof Boolean) {
            return argument.toString();
        }
        return "'%s'".formatted(TerraformText.literal(String.valueOf(argument).replace("'", "''")));
    }

    /** An at sign would start an expression of Data Factory. */
    private static String literal(String text) {
        return TerraformText.literal(text.replace("@", "@@"));
    }

    private static List<Reference> referencesOf(Object... parts) {
        List<Reference> references = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Expression expression) {
                references.addAll(expression.references);
            }
        }
        return references;
    }

    /** Something of the pipeline that an expression reads. */
    record Reference(Kind kind, String name) {
        enum Kind {
            PARAMETER,
            VARIABLE,
            OUTPUT,
            ITEM
        }
    }
}
