package io.terralake.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the service would refuse in a definition, or find out in a run: names, order, depth, and what expressions read. */
final class WorkflowChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_()-]*");

    /** By the path in the definition. */
    private final Map<String, JsonNode> actions = new LinkedHashMap<>();

    private final Map<String, JsonNode> byName = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private WorkflowChecks() {}

    /** What is wrong with a definition. */
    static List<String> of(JsonNode definition) {
        WorkflowChecks checks = new WorkflowChecks();
        definition.path("triggers").fieldNames().forEachRemaining(name -> checks.checkName("trigger", name));
        checks.collect(definition.path("actions"), "/actions", 1);
        if (checks.actions.isEmpty()) {
            checks.problems.add("it has no action");
        }
        if (checks.actions.size() > WorkflowLimits.ACTIONS) {
            checks.problems.add(
                    "%d actions are not allowed: %d at most".formatted(checks.actions.size(), WorkflowLimits.ACTIONS));
        }
        checks.problems.addAll(new ExpressionChecks(checks.byName).problems(definition));
        return checks.problems;
    }

    private void collect(JsonNode siblings, String path, int depth) {
        if (depth > WorkflowLimits.NESTING + 1) {
            problems.add("%s: nested %d deep, %d is allowed".formatted(path, depth - 1, WorkflowLimits.NESTING));
            return;
        }
        checkOrder(siblings, path);
        siblings.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode action = field.getValue();
            checkName("action", name);
            if (byName.put(name, action) != null) {
                problems.add("two actions are called \"%s\": names are unique in the whole workflow".formatted(name));
            }
            String place = path + "/" + name;
            actions.put(place, action);
            branches(action).forEach(branch -> collect(action.at(branch), place + branch, depth + 1));
        });
    }

    /** Where actions stand in an action: a scope's, those of both sides of a condition, those of a switch. */
    private static Stream<String> branches(JsonNode action) {
        return Stream.concat(
                        Stream.of("/actions", "/else/actions", "/default/actions"),
                        action.path("cases").properties().stream()
                                .map(one -> "/cases/%s/actions".formatted(one.getKey())))
                .filter(branch -> action.at(branch).isObject());
    }

    private void checkName(String what, String name) {
        if (name.length() > WorkflowLimits.NAME_LENGTH || !NAME.matcher(name).matches()) {
            problems.add("%s name \"%s\" (%d characters) is not allowed: 1 to %d letters, digits and '_()-'"
                    .formatted(what, name, name.length(), WorkflowLimits.NAME_LENGTH));
        }
    }

    private void checkOrder(JsonNode siblings, String path) {
        Set<String> names = new TreeSet<>();
        siblings.fieldNames().forEachRemaining(names::add);
        Map<String, Set<String>> waits = new LinkedHashMap<>();
        siblings.properties().forEach(field -> {
            Set<String> earlier = new TreeSet<>();
            field.getValue().path("runAfter").fieldNames().forEachRemaining(name -> {
                if (names.contains(name)) {
                    earlier.add(name);
                } else {
                    problems.add("action \"%s\" runs after \"%s\", which is not beside it: %s has %s"
                            .formatted(field.getKey(), name, path, names));
                }
            });
            waits.put(field.getKey(), earlier);
        });
        while (waits.values().removeIf(Set::isEmpty)) {
            waits.values().forEach(earlier -> earlier.retainAll(new HashSet<>(waits.keySet())));
        }
        // What comes after a circle is in none.
        while (waits.keySet().removeIf(name -> waits.values().stream().noneMatch(earlier -> earlier.contains(name)))) {}
        if (!waits.isEmpty()) {
            problems.add("actions wait for each other in a circle: %s".formatted(new TreeSet<>(waits.keySet())));
        }
    }
}
