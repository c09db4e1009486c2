package io.terralake.factory.pipeline;

import io.terralake.factory.pipeline.Expression.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be known wrong about a pipeline before it runs; every mistake, each with its activity. */
final class PipelineChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][^.+?/<>*%&:\\\\]{0,54}");

    private final PipelineProps pipeline;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    private PipelineChecks(PipelineProps pipeline) {
        this.pipeline = pipeline;
    }

    /** The mistakes of a pipeline. */
    static List<String> of(PipelineProps pipeline) {
        PipelineChecks checks = new PipelineChecks(pipeline);
        checks.checkNames(pipeline.activities());
        checks.checkLevel(pipeline.activities(), Set.of(), List.of());
        return checks.problems;
    }

    private void checkNames(List<Activity> activities) {
        for (Activity activity : activities) {
            if (!NAME.matcher(activity.name()).matches()) {
                problem(
                        activity,
                        "the name is not allowed: 1 to 55 characters, a letter, digit or '_' first,"
                                + " none of .+?/<>*%&:\\");
            }
            if (!names.add(activity.name())) {
                problem(activity, "the name is taken by another activity of the pipeline");
            }
            checkNames(activity.inner());
        }
    }

    /**
     * Checks activities that stand beside each other.
     *
     * @param before the activities that come before all of them
     * @param containers what they stand in, from outside in
     */
    private void checkLevel(List<Activity> activities, Set<String> before, List<Activity> containers) {
        Map<String, Activity> beside = activities.stream()
                .collect(Collectors.toMap(Activity::name, Function.identity(), (first, second) -> first));
        for (Activity activity : activities) {
            checkDependencies(activity, beside);
            checkNesting(activity, containers);
            Set<String> upstream = new LinkedHashSet<>(before);
            upstream.addAll(upstream(activity, beside, new HashSet<>()));
            if (upstream.contains(activity.name())) {
                problem(activity, "depends on itself, through " + String.join(" and ", directly(activity)));
                continue;
            }
            checkReferences(activity, upstream, containers);
            List<Activity> inside = new ArrayList<>(containers);
            inside.add(activity);
            if (activity instanceof IfCondition condition) {
                checkLevel(condition.ifTrue(), upstream, inside);
                checkLevel(condition.ifFalse(), upstream, inside);
            } else {
                checkLevel(activity.inner(), upstream, inside);
            }
        }
    }

    private void checkDependencies(Activity activity, Map<String, Activity> beside) {
        for (String name : directly(activity)) {
            if (!beside.containsKey(name)) {
                problem(
                        activity,
                        names.contains(name)
                                ? "depends on \"%s\", which does not stand beside it".formatted(name)
                                : "depends on \"%s\", which is not in the pipeline".formatted(name));
            }
        }
    }

    private void checkNesting(Activity activity, List<Activity> containers) {
        for (Activity container : containers) {
            if (!activity.inner().isEmpty() && container.getClass() == activity.getClass()) {
                problem(activity, "a %s cannot stand in another, \"%s\"".formatted(activity.type(), container.name()));
            }
        }
    }

    private void checkReferences(Activity activity, Set<String> upstream, List<Activity> containers) {
        for (Expression expression : activity.expressions()) {
            for (Reference reference : expression.references()) {
                switch (reference.kind()) {
                    case PARAMETER -> checkDeclared(activity, "parameter", reference.name(), pipeline.parameters());
                    case VARIABLE -> checkDeclared(activity, "variable", reference.name(), pipeline.variables());
                    case OUTPUT -> checkOutput(activity, reference.name(), upstream);
                    case ITEM -> {
                        if (containers.stream().noneMatch(ForEach.class::isInstance)) {
                            problem(activity, "reads item(), but does not stand in a ForEach");
                        }
                    }
                }
            }
        }
        Stream.concat(activity.datasets().stream().map(DatasetReference::arguments), activity.arguments().stream())
                .flatMap(arguments -> arguments.problems().stream())
                .forEach(problem -> problem(activity, problem));
    }

    private void checkDeclared(Activity activity, String what, String name, @Nullable Map<String, String> declared) {
        Set<String> known = declared == null ? Set.of() : declared.keySet();
        if (!known.contains(name)) {
            problem(activity, "the %s \"%s\" is not declared, there are %s".formatted(what, name, known));
        }
    }

    private void checkOutput(Activity activity, String name, Set<String> upstream) {
        if (!upstream.contains(name)) {
            problem(
                    activity,
                    names.contains(name)
                            ? "reads the output of \"%s\", which does not come before it".formatted(name)
                            : "reads the output of \"%s\", which is not in the pipeline".formatted(name));
        }
    }

    private static Set<String> upstream(Activity activity, Map<String, Activity> beside, Set<String> seen) {
        for (String name : directly(activity)) {
            if (beside.containsKey(name) && seen.add(name)) {
                upstream(beside.get(name), beside, seen);
            }
        }
        return seen;
    }

    private static List<String> directly(Activity activity) {
        return activity.dependsOn().stream()
                .map(dependency -> dependency.activity().name())
                .toList();
    }

    private void problem(Activity activity, String message) {
        problems.add("activity \"%s\": %s".formatted(activity.name(), message));
    }
}
