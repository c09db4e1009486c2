package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.pipeline.References.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be known wrong about a pipeline before it runs; every mistake, each with its activity. */
final class PipelineChecks {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][^.+?/<>*%&:\\\\]{0,54}");

    /** What runs for each element of a list, which it reads as item(). */
    private static final String LOOP = "ForEach";

    private static final String FILTER = "Filter";

    private final PipelineProps pipeline;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();

    private PipelineChecks(PipelineProps pipeline) {
        this.pipeline = pipeline;
    }

    /** The mistakes of a pipeline. */
    static List<String> of(PipelineProps pipeline, List<Step> steps) {
        PipelineChecks checks = new PipelineChecks(pipeline);
        checks.checkNames(steps);
        checks.checkLevel(steps, Set.of(), List.of());
        return checks.problems;
    }

    private void checkNames(List<Step> steps) {
        for (Step step : steps) {
            if (!NAME.matcher(step.name()).matches()) {
                problem(
                        step,
                        "the name is not allowed: 1 to 55 characters, a letter, digit or '_' first,"
                                + " none of .+?/<>*%&:\\");
            }
            if (!names.add(step.name())) {
                problem(step, "the name is taken by another activity of the pipeline");
            }
            step.branches().forEach(this::checkNames);
        }
    }

    /**
     * Checks activities that stand beside each other.
     *
     * @param before the activities that come before all of them
     * @param containers what they stand in, from outside in
     */
    private void checkLevel(List<Step> steps, Set<String> before, List<Step> containers) {
        Map<String, Step> beside =
                steps.stream().collect(Collectors.toMap(Step::name, Function.identity(), (first, second) -> first));
        for (Step step : steps) {
            checkDependencies(step, beside);
            checkNesting(step, containers);
            Set<String> upstream = new LinkedHashSet<>(before);
            upstream.addAll(upstream(step, beside, new HashSet<>()));
            if (upstream.contains(step.name())) {
                problem(step, "depends on itself, through " + String.join(" and ", step.after()));
                continue;
            }
            checkReferences(step, upstream, containers);
            checkVariable(step);
            step.given().stream()
                    .flatMap(arguments -> arguments.problems().stream())
                    .forEach(problem -> problem(step, problem));
            List<Step> inside = new ArrayList<>(containers);
            inside.add(step);
            step.branches().forEach(branch -> checkLevel(branch, upstream, inside));
        }
    }

    private void checkDependencies(Step step, Map<String, Step> beside) {
        for (String name : step.after()) {
            if (!beside.containsKey(name)) {
                problem(
                        step,
                        names.contains(name)
                                ? "depends on \"%s\", which does not stand beside it".formatted(name)
                                : "depends on \"%s\", which is not in the pipeline".formatted(name));
            }
        }
    }

    private void checkNesting(Step step, List<Step> containers) {
        for (Step container : containers) {
            if (!step.inner().isEmpty() && container.type().equals(step.type())) {
                problem(step, "a %s cannot stand in another, \"%s\"".formatted(step.type(), container.name()));
            }
        }
    }

    private void checkReferences(Step step, Set<String> upstream, List<Step> containers) {
        for (Reference reference : References.of(step.json(), step.inner())) {
            switch (reference.kind()) {
                case PARAMETER -> checkDeclared(step, "parameter", reference.name(), pipeline.parameters());
                case VARIABLE -> checkDeclared(step, "variable", reference.name(), pipeline.variables());
                case OUTPUT -> checkOutput(step, reference.name(), upstream);
                case ITEM -> {
                    if (!step.type().equals(FILTER)
                            && containers.stream()
                                    .noneMatch(container -> container.type().equals(LOOP))) {
                        problem(step, "reads item(), but does not stand in a ForEach");
                    }
                }
            }
        }
    }

    /** Activities that set a variable name it without an expression. */
    private void checkVariable(Step step) {
        JsonNode properties = step.json().path("typeProperties");
        JsonNode name = properties.path("variableName");
        if (!name.isTextual() || properties.path("setSystemVariable").asBoolean()) {
            return;
        }
        checkDeclared(step, "variable", name.asText(), pipeline.variables());
        Variable variable = Objects.requireNonNull(pipeline.variables()).get(name.asText());
        JsonNode value = properties.path("value");
        boolean computed =
                value.isMissingNode() || value.path("type").asText().equals("Expression") || value.isTextual();
        if (variable != null && step.type().equals("SetVariable") && !computed && !variable.takes(value)) {
            problem(
                    step,
                    "the variable \"%s\" is of type %s, given is %s".formatted(name.asText(), variable.type(), value));
        }
    }

    private void checkDeclared(Step step, String what, String name, Map<String, ?> declared) {
        if (!declared.containsKey(name)) {
            problem(step, "the %s \"%s\" is not declared, there are %s".formatted(what, name, declared.keySet()));
        }
    }

    private void checkOutput(Step step, String name, Set<String> upstream) {
        if (!upstream.contains(name)) {
            problem(
                    step,
                    names.contains(name)
                            ? "reads the output of \"%s\", which does not come before it".formatted(name)
                            : "reads the output of \"%s\", which is not in the pipeline".formatted(name));
        }
    }

    private static Set<String> upstream(Step step, Map<String, Step> beside, Set<String> seen) {
        for (String name : step.after()) {
            if (beside.containsKey(name) && seen.add(name)) {
                upstream(beside.get(name), beside, seen);
            }
        }
        return seen;
    }

    private void problem(Step step, String message) {
        problems.add("activity \"%s\": %s".formatted(step.name(), message));
    }
}
