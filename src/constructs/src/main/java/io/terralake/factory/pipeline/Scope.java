package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.expression.Node;
import io.terralake.factory.Parameter;
import io.terralake.factory.expression.Read;
import io.terralake.factory.expression.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An activity and what its expressions can read.
 *
 * @param declared what the pipeline declares
 * @param upstream the activities that come before it, by name in any case
 * @param containers what it stands in, from outside in
 * @param names the names of all activities of the pipeline
 */
record Scope(Declared declared, Step step, Map<String, Step> upstream, List<Step> containers, Set<String> names) {

    JsonNode properties() {
        return step.json().path("typeProperties");
    }

    @Nullable Parameter parameter(String name) {
        return find(declared.parameters(), name);
    }

    @Nullable Variable variable(String name) {
        return find(declared.variables(), name);
    }

    /** Whether it runs for several elements of a list at once. */
    boolean isParallel() {
        return containers.stream()
                .anyMatch(container -> container.type().equals("ForEach")
                        && !container
                                .json()
                                .path("typeProperties")
                                .path("isSequential")
                                .asBoolean());
    }

    /** What an expression gives, as far as the declarations say. */
    Type type(Node node) {
        Type type = Type.of(node);
        return Read.exactly(node).map(read -> type(read, type)).orElse(type);
    }

    private Type type(Read read, Type otherwise) {
        return switch (read.origin()) {
            case PIPELINE ->
                read.startsWith("parameters") && read.path().size() == 2
                        ? type(parameter(read.path().get(1)))
                        : Type.UNKNOWN;
            case VARIABLES ->
                read.argument() == null || !read.path().isEmpty() ? Type.UNKNOWN : type(variable(read.argument()));
            case ACTIVITY -> output(read);
            default -> read.path().isEmpty() ? otherwise : Type.UNKNOWN;
        };
    }

    private static Type output(Read read) {
        boolean whole = read.path().size() <= 1 || read.path().size() == 2 && read.startsWith("output", "firstRow");
        return whole ? Type.OBJECT : Type.UNKNOWN;
    }

    private static Type type(@Nullable Parameter parameter) {
        return parameter == null ? Type.UNKNOWN : type(parameter.type());
    }

    private static Type type(@Nullable Variable variable) {
        return variable == null ? Type.UNKNOWN : type(variable.parameterType());
    }

    private static Type type(Parameter.Type type) {
        return switch (type) {
            case STRING, SECURE_STRING -> Type.STRING;
            case INTEGER, FLOAT -> Type.NUMBER;
            case BOOLEAN -> Type.BOOLEAN;
            case ARRAY -> Type.ARRAY;
            case OBJECT -> Type.OBJECT;
        };
    }

    private static <V> @Nullable V find(@Nullable Map<String, V> declared, String name) {
        Map<String, V> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(declared);
        return any.get(name);
    }
}
