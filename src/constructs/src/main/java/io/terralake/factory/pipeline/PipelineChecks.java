package io.terralake.factory.pipeline;

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

    private final PipelineProps pipeline;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> names = names();

    private PipelineChecks(PipelineProps pipeline) {
        this.pipeline = pipeline;
    }

    /** The mistakes of a pipeline. */
    static List<String> of(PipelineProps pipeline, List<Step> steps) {
        PipelineChecks checks = new PipelineChecks(pipeline);
        checks.checkDeclared("parameter", pipeline.parameters().keySet());
        checks.checkDeclared("variable", pipeline.variables().keySet());
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
                .map(name -> "the %s \"%s\" is declared twice: names differ in more than case".formatted(what, name))
                .forEach(problems::add);
    }

    private void checkNames(List<Step> steps) {
        for (Step step : steps) {
            if (!step.missing().isEmpty()) {
                problem(step, RequiredFields.message(step.missing()));
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
                    "the name is not allowed: 1 to 55 characters, a letter, digit or '_' first,"
                            + " none of .+?/<>*%&:\\");
        }
        if (!names.add(step.name())) {
            problem(step, "the name is taken by another activity of the pipeline");
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
        for (Step step : steps) {
            checkDependencies(step, beside);
            Nesting.problem(step, containers).ifPresent(problem -> problem(step, problem));
            Map<String, Step> upstream = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            addUpstream(step, beside, upstream);
            if (upstream.containsKey(step.name())) {
                problem(step, "depends on itself, through " + String.join(" and ", step.after()));
                continue;
            }
            upstream.putAll(before);
            Scope scope = new Scope(pipeline, step, upstream, containers, names);
            ExpressionProblems.of(scope).forEach(problem -> problem(step, problem));
            ActivityProblems.of(scope).forEach(problem -> problem(step, problem));
            step.given().stream()
                    .flatMap(arguments -> arguments.problems().stream())
                    .forEach(problem -> problem(step, problem));
            List<Step> inside = new ArrayList<>(containers);
            inside.add(step);
            step.branches().forEach(branch -> checkLevel(branch, upstream, inside));
        }
    }

    private void checkDependencies(Step step, Map<String, Step> beside) {
        Set<String> seen = names();
        for (String name : step.after()) {
            if (!seen.add(name)) {
                problem(
                        step,
                        "depends on \"%s\" twice: the service takes one dependency on an activity, such as one on its completion"
                                .formatted(name));
            } else if (!beside.containsKey(name)) {
                problem(
                        step,
                        names.contains(name)
                                ? "depends on \"%s\", which does not stand beside it".formatted(name)
                                : "depends on \"%s\", which is not in the pipeline".formatted(name));
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

    private void problem(Step step, String message) {
        problems.add("%s: %s".formatted(step.label(), message));
    }
}
