package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.Parameter;
import io.terralake.factory.expression.Found;
import io.terralake.factory.expression.Origin;
import io.terralake.factory.expression.Read;
import io.terralake.factory.expression.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the service knows wrong about activities of certain types. */
final class ActivityProblems {
    private static final Set<String> OVER_LISTS = Set.of("ForEach", "Filter");

    /** The one source without rows that is no Binary dataset. */
    private static final String OFFICE = "Office365Source";

    private static final String VARIABLE = "/typeProperties/variableName";

    private final Scope scope;
    private final List<Problem> problems = new ArrayList<>();

    private ActivityProblems(Scope scope) {
        this.scope = scope;
    }

    static List<Problem> of(Scope scope) {
        ActivityProblems problems = new ActivityProblems(scope);
        String type = scope.step().type();
        if (scope.step().missing().isEmpty()) {
            problems.checkVariable(type);
            if (OVER_LISTS.contains(type)) {
                problems.checkItems();
            }
            problems.checkBinary(type);
        }
        return problems.problems;
    }

    /** Activities that set a variable name it without an expression. */
    private void checkVariable(String type) {
        JsonNode properties = scope.properties();
        JsonNode name = properties.path("variableName");
        if (!name.isTextual() || properties.path("setSystemVariable").asBoolean()) {
            return;
        }
        Variable variable = scope.variable(name.asText());
        JsonNode value = properties.path("value");
        if (variable == null) {
            add(
                    VARIABLE,
                    "the variable \"%s\" is not declared, there are %s"
                            .formatted(
                                    name.asText(), scope.declared().variables().keySet()));
        } else if (type.equals("AppendVariable")) {
            if (variable.parameterType() != Parameter.Type.ARRAY) {
                add(
                        VARIABLE,
                        "appends to the variable \"%s\" of type %s, allowed is Array"
                                .formatted(name.asText(), variable.type()));
            }
        } else if (type.equals("SetVariable")) {
            checkType(name.asText(), variable, value);
            checkSelfReference(name.asText(), value);
            if (scope.isParallel()) {
                String message =
                        "sets the variable \"%s\" in a ForEach whose runs would overwrite each other's: make it"
                                + " sequential, or append to a list";
                problems.add(
                        Problem.of(VARIABLE, message.formatted(name.asText())).as(Problem.Severity.RISK));
            }
        }
    }

    private void checkType(String name, Variable variable, JsonNode value) {
        boolean computed =
                value.isMissingNode() || value.path("type").asText().equals("Expression") || value.isTextual();
        if (!computed && !variable.takes(value)) {
            add(
                    "/typeProperties/value",
                    "the variable \"%s\" is of type %s, given is %s".formatted(name, variable.type(), value));
        }
    }

    private void checkSelfReference(String name, JsonNode value) {
        for (Found found : Found.in("/typeProperties/value", value, EnumSet.allOf(Origin.class), part -> false)) {
            for (Read read : found.reads()) {
                if (read.origin() == Origin.VARIABLES && name.equalsIgnoreCase(read.argument())) {
                    problems.add(Problem.in(
                            found,
                            read.at(),
                            "sets the variable \"%s\" by itself, which the service refuses: go by another variable"
                                    .formatted(name)));
                    return;
                }
            }
        }
    }

    private void checkItems() {
        JsonNode items = scope.properties().path("items");
        JsonNode text = items.isObject() ? items.path("value") : items;
        if (text.isTextual()) {
            String pointer = "/typeProperties/items" + (items.isObject() ? "/value" : "");
            Found found = Found.of(pointer, text.asText(), EnumSet.allOf(Origin.class));
            Type type = found.node().map(scope::type).orElse(Type.UNKNOWN);
            if (type != Type.ARRAY && type != Type.UNKNOWN) {
                problems.add(Problem.in(found, 0, "the items are of type %s, allowed is an array".formatted(type)));
            }
        } else if (!text.isArray() && !text.isMissingNode()) {
            add("/typeProperties/items", "the items are %s, allowed is an array".formatted(text));
        }
    }

    /**
     * Files as they are have no rows.
     *
     * @see <a href="https://learn.microsoft.com/azure/data-factory/format-binary">Binary format</a>
     */
    private void checkBinary(String type) {
        String source = scope.properties().path("source").path("type").asText();
        String sink = scope.properties().path("sink").path("type").asText();
        boolean fromBinary = source.equals("BinarySource");
        if (type.equals("Lookup") && fromBinary) {
            add("/typeProperties/source/type", "looks up rows in a Binary dataset, which has none: copy its files");
        } else if (type.equals("Copy")
                && !sink.isEmpty()
                && !source.equals(OFFICE)
                && fromBinary != sink.equals("BinarySink")) {
            add(
                    "/typeProperties/source/type",
                    "copies from a %s to a %s: Binary is copied to Binary only".formatted(source, sink));
        }
    }

    private void add(String pointer, String message) {
        problems.add(Problem.of(pointer, message));
    }
}
