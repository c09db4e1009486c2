package io.terralake.logic;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.expression.Node;
import io.terralake.expression.Parser;
import io.terralake.expression.SyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What expressions of a workflow read, and whether it is there. */
final class ExpressionChecks {
    /** Functions that read what another action did. */
    private static final Set<String> OF_ACTIONS =
            Set.of("actionbody", "actionoutputs", "actions", "body", "outputs", "result");

    private final Set<String> actions;
    private final Set<String> loops;
    private final Set<String> variables;
    private final List<String> problems = new ArrayList<>();

    ExpressionChecks(Map<String, JsonNode> actions) {
        this.actions = actions.keySet();
        this.loops = actions.entrySet().stream()
                .filter(action ->
                        "Foreach".equals(action.getValue().path("type").asText()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        this.variables = actions.values().stream()
                .flatMap(action ->
                        StreamSupport.stream(action.at("/inputs/variables").spliterator(), false))
                .map(variable -> variable.path("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> problems(JsonNode definition) {
        visit(definition, "");
        return problems;
    }

    private void visit(JsonNode json, String path) {
        if (json.isTextual()) {
            check(json.asText(), path);
        }
        json.properties().forEach(field -> visit(field.getValue(), path + "/" + field.getKey()));
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            visit(json.get(i), path + "/" + i);
        }
    }

    private void check(String text, String path) {
        if (!Parser.concerns(text)) {
            return;
        }
        if (text.length() > WorkflowLimits.EXPRESSION_LENGTH) {
            problems.add("%s: an expression of %d characters is not allowed: %d at most"
                    .formatted(path, text.length(), WorkflowLimits.EXPRESSION_LENGTH));
            return;
        }
        try {
            for (Node node : Parser.parse(text).all()) {
                if (node instanceof Node.Call call) {
                    check(call, path);
                }
            }
        } catch (SyntaxException e) {
            problems.add(
                    "%s: \"%s\" is no expression: at character %d: %s".formatted(path, text, e.at(), e.getMessage()));
        }
    }

    private void check(Node.Call call, String path) {
        if (call.arguments().size() != 1
                || !(call.arguments().get(0) instanceof Node.Literal literal)
                || !(literal.value() instanceof String name)) {
            return;
        }
        String function = call.function().toLowerCase(Locale.ROOT);
        if (OF_ACTIONS.contains(function)) {
            require("action", name, actions, path);
        } else if (function.equals("items")) {
            require("loop", name, loops, path);
        } else if (function.equals("variables")) {
            require("variable", name, variables, path);
        } else if (function.equals("parameters")) {
            require("parameter", name, Set.of(), path);
        }
    }

    private void require(String what, String name, Set<String> known, String path) {
        if (!known.contains(name)) {
            problems.add("%s: there is no %s \"%s\", there are %s".formatted(path, what, name, known));
        }
    }
}
