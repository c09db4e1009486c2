package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What the value of a parameter must be.
 *
 * @param pointer of its declaration
 */
record ParameterLimits(String name, ParameterType type, JsonNode declaration, String pointer) {

    /** @throws TemplateException when the value is something else */
    void check(JsonNode value) {
        if (!type.has(value)) {
            throw wrong(type.wanted(), "type", value);
        }
        JsonNode allowed = declaration.path("allowedValues");
        List<JsonNode> all = ArrayFunctions.elements(allowed);
        boolean choice = value.isArray() && all.containsAll(ArrayFunctions.elements(value));
        if (allowed.isArray() && !all.contains(value) && !choice) {
            throw wrong("one of " + allowed, "allowedValues", value);
        }
        if (value.isTextual() || value.isArray()) {
            long length = value.isArray() ? value.size() : value.asText().length();
            least("minLength", length, " long", value);
            most("maxLength", length, " long", value);
        } else if (value.isIntegralNumber()) {
            least("minValue", value.asLong(), "", value);
            most("maxValue", value.asLong(), "", value);
        }
    }

    private void least(String limit, long size, String unit, JsonNode value) {
        JsonNode least = declaration.path(limit);
        if (least.isIntegralNumber() && size < least.asLong()) {
            throw wrong("at least %d%s".formatted(least.asLong(), unit), limit, value);
        }
    }

    private void most(String limit, long size, String unit, JsonNode value) {
        JsonNode most = declaration.path(limit);
        if (most.isIntegralNumber() && size > most.asLong()) {
            throw wrong("at most %d%s".formatted(most.asLong(), unit), limit, value);
        }
    }

    private TemplateException wrong(String wanted, String limit, JsonNode value) {
        return new ValueException("the parameter '%s' must be %s".formatted(name, wanted), value)
                .shown(type.isSecure())
                .at(pointer + "/" + limit);
    }
}
