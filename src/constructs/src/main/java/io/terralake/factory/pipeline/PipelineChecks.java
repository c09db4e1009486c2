package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.core.RequiredFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What can be known wrong about a pipeline before it runs; every mistake, each with its activity. */
final class PipelineChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][^.+?/<>*%&:\\\\\\p{Cntrl}]{0,54}");

    private final Declared declared;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> names = names();

    private PipelineChecks(Declared declared) {
        this.declared = declared;
    }

    /** The mistakes of a pipeline. */
    static List<Problem> of(Declared declared, List<Step> steps) {
        PipelineChecks checks = new PipelineChecks(declared);
        checks.checkDeclared("parameter", declared.parameters().keySet());
        checks.checkDeclared("variable", declared.variables().keySet());
        checks.problems.addAll(PipelineLimits.of(declared, steps));
        checks.checkNames(steps);
        checks.checkLevel(steps, new TreeMap<>(String.CASE_INSENSITIVE_ORDER), List.of());
        return checks.problems;
    }

    /** Names of activities, parameters and variables, which the service takes in any case. */
    static Set<String> names() {
        return new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    }

    private void checkDeclared(String what, Collection<String> declared) {
        Set<String> seen = names();
        declared.stream()
                .filter(name -> !seen.add(name))
                .map(name -> Problem.of(
                        "/%ss/%s".formatted(what, name),
                        "the %s \"%s\" is declared twice: names differ in more than case".formatted(what, name)))
                .forEach(problems::add);
    }

    private void checkNames(List<Step> steps) {
        for (Step step : steps) {
            if (!step.missing().isEmpty()) {
                problem(step, "", RequiredFields.message(step.missing()));
            }
            if (!step.name().isEmpty() || step.missing().isEmpty()) {
                checkName(step);
            }
            step.branches().forEach(this::checkNames);
        }
    }

    private void checkName(Step step) {
        if (!NAME.matcher(step.name()).matches()) {
            problem(
                    step,
                    "/name",
                    "the name is not allowed: 1 to 55 characters, a letter, digit or '_' first,"
                            + " none of .+?/<>*%&:\\");
        }
        if (!names.add(step.name())) {
            problem(step, "/name", "the name is taken by another activity of the pipeline");
        }
    }

    /**
     * Checks activities that stand beside each other.
     *
     * @param before the activities that come before all of them
     * @param containers what they stand in, from outside in
     */
    private void checkLevel(List<Step> steps, Map<String, Step> before, List<Step> containers) {
        Map<String, Step> beside = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        steps.forEach(step -> beside.putIfAbsent(step.name(), step));
        Reachability.of(steps)
                .forEach((step, why) -> add(step, Problem.of("/dependsOn", why).as(Problem.Severity.WARNING)));
        for (Step step : steps) {
            checkDependencies(step, beside);
            Map<String, Step> upstream = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            addUpstream(step, beside, upstream);
            if (upstream.containsKey(step.name())) {
                problem(step, "/dependsOn", "depends on itself, through " + String.join(" and ", step.after()));
                continue;
            }
            upstream.putAll(before);
            Scope scope = new Scope(declared, step, upstream, containers, names);
            boolean runs = !step.isInactive() && containers.stream().noneMatch(Step::isInactive);
            ofActivity(scope).forEach(problem -> add(step, runs ? problem : problem.as(Problem.Severity.WARNING)));
            List<Step> inside = new ArrayList<>(containers);
            inside.add(step);
            step.branches().forEach(branch -> checkLevel(branch, upstream, inside));
        }
    }

    /**
     * What is wrong with an activity itself. The service looks at nothing of it in one that is inactive.
     *
     * @see <a href="https://learn.microsoft.com/azure/data-factory/deactivate-activity">Deactivate an activity</a>
     */
    private static List<Problem> ofActivity(Scope scope) {
        List<Problem> problems = new ArrayList<>();
        Nesting.problem(scope.step(), scope.containers())
                .ifPresent(problem -> problems.add(Problem.of("/type", problem)));
        problems.addAll(ActivityLimits.of(scope.step()));
        problems.addAll(ExpressionProblems.of(scope));
        problems.addAll(ActivityProblems.of(scope));
        scope.step().given().stream()
                .flatMap(arguments -> arguments.problems().stream())
                .forEach(problem -> problems.add(Problem.of("", problem)));
        return problems;
    }

    private void checkDependencies(Step step, Map<String, Step> beside) {
        checkConditions(step);
        Set<String> seen = names();
        int index = 0;
        for (String name : step.after()) {
            String pointer = "/dependsOn/%d/activity".formatted(index++);
            if (!seen.add(name)) {
                problem(
                        step,
                        pointer,
                        "depends on \"%s\" twice: the service takes one dependency on an activity, such as one on its completion"
                                .formatted(name));
            } else if (!beside.containsKey(name)) {
                problem(
                        step,
                        pointer,
                        names.contains(name)
                                ? "depends on \"%s\", which does not stand beside it".formatted(name)
                                : "depends on \"%s\", which is not in the pipeline".formatted(name));
            }
        }
    }

    private void checkConditions(Step step) {
        JsonNode dependencies = step.json().path("dependsOn");
        for (int i = 0; i < dependencies.size(); i++) {
            for (JsonNode condition : dependencies.path(i).path("dependencyConditions")) {
                if (DependencyCondition.of(condition.asText()).isEmpty()) {
                    problem(
                            step,
                            "/dependsOn/%d/dependencyConditions".formatted(i),
                            "the condition \"%s\" is none of %s"
                                    .formatted(condition.asText(), DependencyCondition.azureNames()));
                }
            }
        }
    }

    private static void addUpstream(Step step, Map<String, Step> beside, Map<String, Step> upstream) {
        for (String name : step.after()) {
            Step previous = beside.get(name);
            if (previous != null && upstream.putIfAbsent(name, previous) == null) {
                addInside(previous, upstream);
                addUpstream(previous, beside, upstream);
            }
        }
    }

    /** What ran in a container can be read after it, but for what ran many times. */
    private static void addInside(Step container, Map<String, Step> upstream) {
        if (!container.type().equals("ForEach")) {
            container.branches().stream().flatMap(List::stream).forEach(inner -> {
                upstream.putIfAbsent(inner.name(), inner);
                addInside(inner, upstream);
            });
        }
    }

    private void problem(Step step, String pointer, String message) {
        add(step, Problem.of(pointer, message));
    }

    private void add(Step step, Problem problem) {
        problems.add(problem.below(step.pointer(), step.label()));
    }
}
