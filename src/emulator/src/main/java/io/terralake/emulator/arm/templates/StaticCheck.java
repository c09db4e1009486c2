package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** What is wrong with expressions whatever their values are: in branches that are not taken too, and in nested templates. */
final class StaticCheck {
    private static final List<String> WITH_EXPRESSIONS = List.of("variables", "resources", "outputs");

    private final List<String> parameters;
    private final List<String> variables;

    private StaticCheck(JsonNode template) {
        this.parameters = template.path("parameters").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
        this.variables = Scope.variableNames(template);
    }

    /** @throws TemplateException when a function, a parameter or a variable is not there */
    static void check(JsonNode template, String pointer) {
        StaticCheck check = new StaticCheck(template);
        template.path("parameters")
                .properties()
                .forEach(each -> check.expressions(
                        each.getValue().path("defaultValue"),
                        "%s/parameters/%s/defaultValue".formatted(pointer, Pointers.escaped(each.getKey()))));
        check.sections(template, pointer);
    }

    private void sections(JsonNode template, String pointer) {
        WITH_EXPRESSIONS.forEach(each -> expressions(template.path(each), pointer + "/" + each));
    }

    private void expressions(JsonNode json, String pointer) {
        if (json.isTextual()) {
            expression(json.asText(), pointer);
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                expressions(array.get(i), pointer + "/" + i);
            }
        } else if (json instanceof ObjectNode object) {
            JsonNode nested = object.at("/properties/template");
            boolean deployment =
                    object.path("type").asText().equalsIgnoreCase(PlannedResource.DEPLOYMENT) && nested.isObject();
            if (deployment) {
                String at = pointer + "/properties/template";
                if (NestedTemplate.isInner(object.get("properties"))) {
                    check(nested, at);
                } else {
                    sections(nested, at);
                }
            }
            object.properties().forEach(each -> {
                String at = pointer + "/" + Pointers.escaped(each.getKey());
                expression(each.getKey(), at);
                if (!deployment || !each.getKey().equals("properties")) {
                    expressions(each.getValue(), at);
                } else {
                    expressions(((ObjectNode) each.getValue()).deepCopy().without("template"), at);
                }
            });
        }
    }

    private void expression(String text, String pointer) {
        try {
            ExpressionParser.parse(text).ifPresent(expression -> expression.calls(this::call));
        } catch (TemplateException e) {
            throw e.at(pointer);
        }
    }

    private void call(Expression.Call call) {
        Functions.check(call);
        if (call.function().equalsIgnoreCase("parameters")) {
            declared(call, "parameter", parameters);
        } else if (call.function().equalsIgnoreCase("variables")) {
            declared(call, "variable", variables);
        }
    }

    private static void declared(Expression.Call call, String what, List<String> names) {
        if (call.arguments().get(0) instanceof Expression.Literal literal
                && names.stream().noneMatch(literal.value().asText()::equalsIgnoreCase)) {
            throw TemplateException.invalid(
                    "there is no %s '%s', declared are %s",
                    what, literal.value().asText(), names);
        }
    }
}
