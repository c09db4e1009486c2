package io.terralake.factory.dataflow;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a data flow's script and its properties contradict each other. */
final class ScriptChecks {
    private static final Pattern STEP = Pattern.compile("~>\\s*(\\w+)");
    private static final Pattern PARAMETER = Pattern.compile("(?<!\\$)\\$([A-Za-z_]\\w*)");

    /** @see <a href="https://learn.microsoft.com/azure/data-factory/naming-rules">Data Factory: naming rules</a> */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private ScriptChecks() {}

    static List<String> of(MappingDataFlowProps props, List<KnownEnd> sources, List<KnownEnd> sinks) {
        List<String> problems = new ArrayList<>();
        if (sources.isEmpty() || sinks.isEmpty()) {
            problems.add("it needs at least one source and one sink");
        }
        List<String> declared = Stream.of(
                        sources.stream().map(KnownEnd::name),
                        Objects.requireNonNull(props.transformations()).stream(),
                        Objects.requireNonNull(props.flowlets()).keySet().stream(),
                        sinks.stream().map(KnownEnd::name))
                .flatMap(names -> names)
                .toList();
        problems.addAll(of(
                props.script(),
                declared,
                Objects.requireNonNull(props.parameters()).keySet()));
        return problems;
    }

    /**
     * What contradicts the script.
     *
     * @param declared the names of all steps
     * @param parameters the names of all parameters
     */
    static List<String> of(String script, List<String> declared, Set<String> parameters) {
        List<String> problems = new ArrayList<>();
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : declared) {
            if (!NAME.matcher(name).matches()) {
                problems.add("the name \"%s\" is not allowed: letters and digits, a letter first".formatted(name));
            }
            if (!seen.add(name)) {
                problems.add("the name \"%s\" is taken twice".formatted(name));
            }
        }
        String code = ScriptCode.of(script);
        Set<String> steps = steps(code);
        declared.stream()
                .filter(name -> !steps.contains(name))
                .map(name -> "the script has no step \"%s\", its steps are %s".formatted(name, steps))
                .forEach(problems::add);
        steps.stream()
                .filter(name -> !declared.contains(name))
                .map(name -> "the script's step \"%s\" is neither source nor sink nor transformation".formatted(name))
                .forEach(problems::add);
        matches(PARAMETER, code).stream()
                .filter(name -> !parameters.contains(name))
                .map(name -> "the script's parameter \"%s\" is not declared, there are %s".formatted(name, parameters))
                .forEach(problems::add);
        return problems;
    }

    /** The names of the steps in a script's code. */
    static Set<String> steps(String code) {
        return matches(STEP, code);
    }

    private static Set<String> matches(Pattern pattern, String code) {
        return pattern.matcher(code)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
