package io.terralake.factory.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.terralake.expression.Node;
import io.terralake.expression.Parser;
import io.terralake.expression.SyntaxException;
import io.terralake.factory.json.Findings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the expressions of an ARM template give: a string in brackets is computed, {@code [[} is a literal bracket.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions">Syntax and expressions
 *     in ARM templates</a>
 */
final class TemplateValues {
    /** Stands for a value that was not given; nothing is made then, so that it comes out nowhere. */
    static final String UNKNOWN = "\uE000";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String REPLACE =
            "replace what it is for, such as a whole login by that of the factory's identity";

    private final Findings template;
    private final boolean allowKeys;
    private final Map<String, JsonNode> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, JsonNode> parameters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, JsonNode> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> noted = new HashSet<>();
    private final Set<String> open = new HashSet<>();

    /** @param template the whole template, where it is noted what is wrong with the parameters */
    TemplateValues(Findings template, ReadOptions options) {
        this.template = template;
        this.allowKeys = Objects.requireNonNull(options.allowKeys());
        template.json()
                .path("parameters")
                .properties()
                .forEach(entry -> parameters.put(entry.getKey(), entry.getValue()));
        Objects.requireNonNull(options.parameters()).forEach(this::give);
        template.json()
                .path("variables")
                .properties()
                .forEach(entry -> variables.put(entry.getKey(), entry.getValue()));
    }

    private void give(String name, Object value) {
        given.put(name, Replacement.JSON.valueToTree(value));
        if (!parameters.containsKey(name)) {
            template.error(
                    "/parameters",
                    "the template has no parameter \"%s\" that is given%s"
                            .formatted(name, Nearest.said(name, parameters.keySet())));
        }
    }

    /** A copy with every expression computed. */
    JsonNode of(JsonNode json, Findings findings) {
        return of(json, "", findings);
    }

    private JsonNode of(JsonNode json, String pointer, Findings findings) {
        if (json.isObject()) {
            ObjectNode copy = JSON.objectNode();
            json.properties()
                    .forEach(field -> copy.set(
                            field.getKey(),
                            of(field.getValue(), pointer + "/" + Findings.escaped(field.getKey()), findings)));
            return copy;
        }
        if (json.isArray()) {
            ArrayNode copy = JSON.arrayNode();
            for (int i = 0; i < json.size(); i++) {
                copy.add(of(json.get(i), pointer + "/" + i, findings));
            }
            return copy;
        }
        return json.isTextual() ? text(json.asText(), pointer, findings) : json;
    }

    private JsonNode text(String text, String pointer, Findings findings) {
        if (!text.startsWith("[") || !text.endsWith("]")) {
            return TextNode.valueOf(text);
        }
        if (text.startsWith("[[")) {
            return TextNode.valueOf(text.substring(1));
        }
        try {
            return value(Parser.parse("@" + text.substring(1, text.length() - 1)));
        } catch (SyntaxException | UnknownException e) {
            findings.error(pointer, "the template's expression cannot be computed here: %s".formatted(e.getMessage()));
            return TextNode.valueOf(UNKNOWN);
        }
    }

    private JsonNode value(Node node) throws UnknownException {
        if (node instanceof Node.Literal literal) {
            return literal.value() == null ? JSON.nullNode() : plain(literal.value());
        }
        if (node instanceof Node.Call call) {
            return call(call);
        }
        if (node instanceof Node.Member member) {
            JsonNode of = value(member.of());
            JsonNode name = value(member.name());
            JsonNode part = name.isNumber() ? of.path(name.intValue()) : of.path(name.asText());
            if (isUnknown(of)) {
                return of;
            }
            if (part.isMissingNode()) {
                throw new UnknownException("there is no \"%s\"".formatted(name.asText()));
            }
            return part;
        }
        throw new UnknownException("it is no expression");
    }

    private static JsonNode plain(Object value) {
        if (value instanceof BigDecimal number) {
            return JSON.numberNode(number);
        }
        return value instanceof Boolean bool ? JSON.booleanNode(bool) : JSON.textNode(value.toString());
    }

    private JsonNode call(Node.Call call) throws UnknownException {
        List<JsonNode> arguments = new ArrayList<>();
        for (Node argument : call.arguments()) {
            arguments.add(value(argument));
        }
        String name = arguments.isEmpty() ? "" : arguments.get(0).asText();
        return switch (call.function().toLowerCase(Locale.ROOT)) {
            case "parameters" -> parameter(name);
            case "variables" -> variable(name);
            default -> TemplateFunctions.call(call.function(), arguments);
        };
    }

    private JsonNode parameter(String name) throws UnknownException {
        JsonNode declaration = parameters.get(name);
        if (declaration == null) {
            throw new UnknownException(
                    "the template has no parameter \"%s\", there are %s".formatted(name, parameters.keySet()));
        }
        boolean secure =
                declaration.path("type").asText().toLowerCase(Locale.ROOT).startsWith("secure");
        JsonNode value = given.getOrDefault(name, declaration.path("defaultValue"));
        if (!value.isMissingNode()) {
            if (secure && !value.asText().isEmpty() && noted.add(name)) {
                template.secret(
                        "/parameters/" + Findings.escaped(name),
                        "the value of the template's parameter \"%s\" is a secret, which would stand in Terraform's state: "
                                        .formatted(name)
                                + REPLACE,
                        allowKeys);
            }
            return given.containsKey(name)
                    ? value
                    : once("parameter " + name, value, "/parameters/%s/defaultValue", name);
        }
        if (noted.add(name)) {
            template.error(
                    "/parameters/" + Findings.escaped(name),
                    "the template's parameter \"%s\" is not given%s"
                            .formatted(
                                    name,
                                    secure
                                            ? ": it is a secret, which would stand in Terraform's state; " + REPLACE
                                            : ", and has no default"));
        }
        return TextNode.valueOf(UNKNOWN + name + UNKNOWN);
    }

    private JsonNode variable(String name) throws UnknownException {
        JsonNode value = variables.get(name);
        if (value == null) {
            throw new UnknownException(
                    "the template has no variable \"%s\", there are %s".formatted(name, variables.keySet()));
        }
        return once("variable " + name, value, "/variables/%s", name);
    }

    /** The value of something that must not need itself. */
    private JsonNode once(String what, JsonNode value, String pointer, String name) throws UnknownException {
        if (!open.add(what)) {
            throw new UnknownException("the %s is made of itself".formatted(what));
        }
        try {
            return of(value, pointer.formatted(Findings.escaped(name)), template);
        } finally {
            open.remove(what);
        }
    }

    /** Whether a value is not known, or made of one that is not. */
    static boolean isUnknown(JsonNode value) {
        return value.isTextual() && value.asText().contains(UNKNOWN);
    }

    /** Something that cannot be computed; the message says why. */
    @SuppressWarnings("serial")
    static final class UnknownException extends Exception {
        UnknownException(String message) {
            super(message);
        }
    }
}
