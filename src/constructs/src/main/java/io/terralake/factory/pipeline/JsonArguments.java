package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.expression.Parser;
import io.terralake.factory.Parameter;
import io.terralake.factory.json.Findings;
import java.util.Map;
import java.util.TreeMap;

/** Values that JSON gives to something with parameters. The service takes text for numbers and the like, and converts it. */
public final class JsonArguments {
    private JsonArguments() {}

    /**
     * Notes parameters that do not exist, those that are not set, and secrets.
     *
     * @param of what has the parameters, such as {@code dataset "CarFiles"}
     * @param declared its parameters
     * @param pointer where the values are
     * @param allowKeys whether a secret is a warning only
     */
    public static void check(
            String of,
            Map<String, Parameter> declared,
            String pointer,
            JsonNode given,
            boolean allowKeys,
            Findings findings) {
        Map<String, Parameter> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(declared);
        Map<String, JsonNode> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        given.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        values.forEach((name, value) -> {
            String at = pointer + "/" + Findings.escaped(name);
            Parameter parameter = any.get(name);
            if (parameter == null) {
                findings.warning(at, "%s has no parameter \"%s\", there are %s".formatted(of, name, declared.keySet()));
            } else if (parameter.type() == Parameter.Type.SECURE_STRING && isLiteral(value)) {
                findings.secret(
                        at,
                        "the parameter \"%s\" of %s is a secure string: a value would stand in Terraform's state"
                                .formatted(name, of),
                        allowKeys);
            }
        });
        any.forEach((name, parameter) -> {
            if (parameter.required() && !values.containsKey(name)) {
                findings.error(pointer, "the parameter \"%s\" of %s is not set".formatted(name, of));
            }
        });
    }

    private static boolean isLiteral(JsonNode value) {
        JsonNode text = value.isObject() ? value.path("value") : value;
        return text.isTextual() && !text.asText().isEmpty() && !Parser.computes(text.asText());
    }
}
