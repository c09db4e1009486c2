package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Activities that never run, because what they wait for excludes itself: after the failure of one activity and the success of
 * another that needs the first one's success, after the success of a {@code Fail}, or after the failure of an inactive one.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/tutorial-pipeline-failure-error-handling">Errors and
 *     conditional execution</a>
 */
final class Reachability {
    private static final Set<DependencyCondition> RAN =
            EnumSet.of(DependencyCondition.SUCCEEDED, DependencyCondition.FAILED);

    private final Map<String, Step> beside = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private Reachability(List<Step> steps) {
        steps.forEach(step -> beside.putIfAbsent(step.name(), step));
    }

    /** Those of activities beside each other that never run, and why. */
    static Map<Step, String> of(List<Step> steps) {
        Reachability reachability = new Reachability(steps);
        Map<Step, String> never = new LinkedHashMap<>();
        for (Step step : steps) {
            reachability.contradiction(step).ifPresent(why -> never.put(step, why));
        }
        return never;
    }

    /** Collects what every activity before it must have come to. */
    private Optional<String> contradiction(Step step) {
        Map<String, Set<DependencyCondition>> needed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        return need(step, needed);
    }

    private Optional<String> need(Step step, Map<String, Set<DependencyCondition>> needed) {
        for (JsonNode dependency : step.json().path("dependsOn")) {
            String name = dependency.path("activity").asText();
            Step before = beside.get(name);
            Set<DependencyCondition> allowed = conditions(dependency);
            if (before == null || before == step || allowed.isEmpty()) {
                continue;
            }
            Set<DependencyCondition> known = needed.get(name);
            Set<DependencyCondition> both = EnumSet.copyOf(allowed);
            both.retainAll(known == null ? outcomes(before) : known);
            if (both.isEmpty()) {
                return Optional.of("never runs: it would need \"%s\" to be %s, but that can only be %s"
                        .formatted(name, words(allowed), words(known == null ? outcomes(before) : known)));
            }
            needed.put(name, both);
            // What ran needs what it waited for itself.
            if (!both.equals(known) && RAN.containsAll(both)) {
                Optional<String> deeper = need(before, needed);
                if (deeper.isPresent()) {
                    return deeper;
                }
            }
        }
        return Optional.empty();
    }

    private static Set<DependencyCondition> outcomes(Step step) {
        if (step.isInactive()) {
            return switch (step.json().path("onInactiveMarkAs").asText().toLowerCase(Locale.ROOT)) {
                case "failed" -> EnumSet.of(DependencyCondition.FAILED);
                case "skipped" -> EnumSet.of(DependencyCondition.SKIPPED);
                default -> EnumSet.of(DependencyCondition.SUCCEEDED);
            };
        }
        return step.type().equals("Fail")
                ? EnumSet.of(DependencyCondition.FAILED, DependencyCondition.SKIPPED)
                : EnumSet.of(DependencyCondition.SUCCEEDED, DependencyCondition.FAILED, DependencyCondition.SKIPPED);
    }

    private static Set<DependencyCondition> conditions(JsonNode dependency) {
        Set<DependencyCondition> conditions = EnumSet.noneOf(DependencyCondition.class);
        dependency
                .path("dependencyConditions")
                .forEach(condition -> DependencyCondition.of(condition.asText())
                        .ifPresent(known ->
                                conditions.addAll(known == DependencyCondition.COMPLETED ? RAN : EnumSet.of(known))));
        return conditions;
    }

    private static String words(Set<DependencyCondition> conditions) {
        return String.join(
                " or ", conditions.stream().map(DependencyCondition::azureName).toList());
    }
}
