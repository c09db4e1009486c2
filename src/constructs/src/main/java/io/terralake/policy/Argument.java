package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text, number or boolean in the arguments of a resource.
 *
 * @param path where it stands, such as {@code site_config.minimum_tls_version} or {@code security_rule[0].access}
 * @param name the last name in the path, without an index
 * @param value the value
 * @param given false when the argument is absent, and the value is what the provider takes then
 */
public record Argument(String path, String name, JsonNode value, boolean given) {
    private static final String METADATA = "//";
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    /** Whether Terraform knows the value only when it runs. */
    public boolean isExpression() {
        return value.isTextual() && value.textValue().contains("${");
    }

    /** Whether the argument has one of the names and is, or defaults to, a boolean. Expressions are neither true nor false. */
    boolean is(boolean expected, Set<String> names) {
        return names.contains(name) && (expected ? isText("true") : isText("false"));
    }

    /** Whether the value is this text, number or boolean. */
    public boolean isText(String text) {
        return value.asText().equals(text);
    }

    /** The path and the value, such as {@code min_tls_version is "TLS1_0"}. */
    @Override
    public String toString() {
        return given ? "%s is %s".formatted(path, value) : "%s is absent, which means %s".formatted(path, value);
    }

    /** The path without indexes. */
    String plainPath() {
        return path.indexOf('[') < 0 ? path : INDEX.matcher(path).replaceAll("");
    }

    /** The name of the block that the argument is in; empty at the top. */
    String block() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : lastName(path.substring(0, dot));
    }

    private static String lastName(String path) {
        int index = path.indexOf('[', path.lastIndexOf('.') + 1);
        return path.substring(path.lastIndexOf('.') + 1, index < 0 ? path.length() : index);
    }

    /** Every value in a document, without CDKTF's metadata. */
    static List<Argument> allOf(JsonNode document) {
        List<Argument> found = new ArrayList<>();
        collectFields("", document, found);
        return found;
    }

    /** Every value in a part of a document that stands at a path. */
    static List<Argument> allOf(String path, JsonNode part) {
        List<Argument> found = new ArrayList<>();
        collect(path, lastName(path), part, found);
        return found;
    }

    /** The value that a provider takes for an argument that is absent. */
    static Argument absent(String path, JsonNode value) {
        return new Argument(path, lastName(path), value, false);
    }

    private static void collect(String path, String name, JsonNode node, List<Argument> found) {
        if (node.isObject()) {
            collectFields(path + ".", node, found);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", name, node.get(i), found);
            }
        } else if (!node.isNull()) {
            found.add(new Argument(path, name, node, true));
        }
    }

    private static void collectFields(String prefix, JsonNode object, List<Argument> found) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!field.getKey().equals(METADATA)) {
                collect(prefix + field.getKey(), field.getKey(), field.getValue(), found);
            }
        }
    }
}
