package io.terralake.factory.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.terralake.factory.content.TemplateValues.UnknownException;
import java.util.List;
import java.util.Locale;

/**
 * The functions of ARM templates that need no Azure, as far as templates of factories have them.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions">ARM template functions</a>
 */
final class TemplateFunctions {
    private static final JsonMapper JSON = new JsonMapper();

    private TemplateFunctions() {}

    /** @throws UnknownException for any other, which only a deployment can compute */
    static JsonNode call(String function, List<JsonNode> arguments) throws UnknownException {
        try {
            return switch (function.toLowerCase(Locale.ROOT)) {
                case "concat" -> concat(arguments);
                case "createarray" -> JsonNodeFactory.instance.arrayNode().addAll(arguments);
                case "empty" ->
                    BooleanNode.valueOf(
                            arguments.get(0).isEmpty() && text(arguments.get(0)).isEmpty());
                case "equals" -> BooleanNode.valueOf(arguments.get(0).equals(arguments.get(1)));
                case "false" -> BooleanNode.FALSE;
                case "format" -> format(arguments);
                case "if" -> arguments.get(0).asBoolean() ? arguments.get(1) : arguments.get(2);
                case "json" -> json(arguments.get(0));
                case "not" -> BooleanNode.valueOf(!arguments.get(0).asBoolean());
                case "replace" ->
                    TextNode.valueOf(text(arguments.get(0)).replace(text(arguments.get(1)), text(arguments.get(2))));
                case "string" -> TextNode.valueOf(text(arguments.get(0)));
                case "tolower" -> TextNode.valueOf(text(arguments.get(0)).toLowerCase(Locale.ROOT));
                case "toupper" -> TextNode.valueOf(text(arguments.get(0)).toUpperCase(Locale.ROOT));
                case "trim" -> TextNode.valueOf(text(arguments.get(0)).strip());
                case "true" -> BooleanNode.TRUE;
                default ->
                    throw new UnknownException(
                            "%s() is known to a deployment only: replace the value".formatted(function));
            };
        } catch (IndexOutOfBoundsException e) {
            throw new UnknownException("%s() has too few arguments".formatted(function));
        }
    }

    private static JsonNode concat(List<JsonNode> arguments) {
        if (!arguments.isEmpty() && arguments.stream().allMatch(JsonNode::isArray)) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            arguments.forEach(argument -> all.addAll((ArrayNode) argument));
            return all;
        }
        StringBuilder text = new StringBuilder();
        arguments.forEach(argument -> text.append(text(argument)));
        return TextNode.valueOf(text.toString());
    }

    private static JsonNode format(List<JsonNode> arguments) {
        String text = text(arguments.get(0));
        for (int i = 1; i < arguments.size(); i++) {
            text = text.replace("{" + (i - 1) + "}", text(arguments.get(i)));
        }
        return TextNode.valueOf(text);
    }

    private static JsonNode json(JsonNode text) throws UnknownException {
        if (TemplateValues.isUnknown(text)) {
            return text;
        }
        try {
            return JSON.readTree(text(text));
        } catch (JsonProcessingException e) {
            throw new UnknownException("json() has no JSON");
        }
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
