package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Of arrays, and those of strings too that look at their characters.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-array">Array functions</a>
 */
final class ArrayFunctions {
    private static final int LONGEST_RANGE = 10_000;

    static final List<TemplateFunction> ALL = List.of(
            new TemplateFunction("createArray", 0, TemplateFunction.ANY, arguments -> array(arguments.values())),
            TemplateFunction.of("array", 1, arguments -> array(List.of(arguments.get(0)))),
            TemplateFunction.of("range", 2, ArrayFunctions::range),
            TemplateFunction.of("length", 1, ArrayFunctions::length),
            TemplateFunction.of("empty", 1, ArrayFunctions::empty),
            TemplateFunction.of("first", 1, arguments -> element(arguments, true)),
            TemplateFunction.of("last", 1, arguments -> element(arguments, false)),
            TemplateFunction.of("take", 2, arguments -> cut(arguments, true)),
            TemplateFunction.of("skip", 2, arguments -> cut(arguments, false)),
            TemplateFunction.of("contains", 2, ArrayFunctions::contains));

    private ArrayFunctions() {}

    static ArrayNode array(Collection<? extends JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }

    static List<JsonNode> elements(JsonNode array) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static JsonNode range(Arguments arguments) {
        long count = arguments.number(1);
        if (count < 0 || count > LONGEST_RANGE) {
            throw arguments.wrong(1, "between 0 and %d".formatted(LONGEST_RANGE));
        }
        return array(LongStream.range(0, count)
                .mapToObj(each -> Values.number(arguments.number(0) + each))
                .toList());
    }

    private static JsonNode length(Arguments arguments) {
        return Values.number(
                arguments.get(0).isTextual()
                        ? arguments.text(0).length()
                        : container(arguments).size());
    }

    private static JsonNode empty(Arguments arguments) {
        JsonNode value = arguments.get(0);
        return Values.bool(value.isNull()
                || (value.isTextual()
                        ? arguments.text(0).isEmpty()
                        : container(arguments).isEmpty()));
    }

    private static JsonNode container(Arguments arguments) {
        if (!arguments.get(0).isContainerNode()) {
            throw arguments.wrong(0, "string, array or object");
        }
        return arguments.get(0);
    }

    private static JsonNode element(Arguments arguments, boolean first) {
        if (arguments.get(0).isTextual()) {
            String text = arguments.text(0);
            int last = Math.max(0, text.length() - 1);
            return Values.text(first ? text.substring(0, Math.min(1, text.length())) : text.substring(last));
        }
        ArrayNode array = arguments.array(0);
        return array.isEmpty() ? NullNode.instance : array.get(first ? 0 : array.size() - 1);
    }

    /** More than there is, and less than nothing, is allowed. */
    private static JsonNode cut(Arguments arguments, boolean take) {
        boolean text = arguments.get(0).isTextual();
        int size = text ? arguments.text(0).length() : arguments.array(0).size();
        int at = (int) Math.max(0, Math.min(size, arguments.number(1)));
        int from = take ? 0 : at;
        int to = take ? at : size;
        return text
                ? Values.text(arguments.text(0).substring(from, to))
                : array(elements(arguments.array(0)).subList(from, to));
    }

    /** Letter case counts, but in names of properties. */
    private static JsonNode contains(Arguments arguments) {
        JsonNode container = arguments.get(0);
        if (container.isTextual()) {
            return Values.bool(container.asText().contains(Values.plain(arguments.get(1))));
        }
        return Values.bool(
                container instanceof ObjectNode object
                        ? Values.property(object, arguments.text(1)).isPresent()
                        : elements(container(arguments)).contains(arguments.get(1)));
    }
}
