package io.terralake.factory.dataflow;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.Parameter;
import io.terralake.factory.json.Findings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The JSON of a data flow, whoever wrote it. */
public final class DataFlowJson {
    private static final List<String> STREAMS = List.of("sources", "transformations", "sinks");
    private static final Pattern PARAMETERS = Pattern.compile("(?<![\\w$])parameters\\s*\\{");
    private static final Pattern DECLARATION = Pattern.compile("(?:^|,)\\s*(\\w+|\\{[^}]*})\\s+as\\s+");

    private DataFlowJson() {}

    /**
     * Notes where the script and the lists of its streams contradict each other.
     *
     * @param properties what stands under {@code properties}
     */
    public static void check(JsonNode properties, Findings findings) {
        JsonNode flow = properties.path("typeProperties");
        if (!properties.path("type").asText().equals("MappingDataFlow") || !flow.isObject()) {
            return;
        }
        String script = script(flow);
        if (script.isEmpty()) {
            return;
        }
        Set<String> steps = ScriptChecks.steps(ScriptCode.of(script));
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (String streams : STREAMS) {
            for (int i = 0; i < flow.path(streams).size(); i++) {
                String pointer = "/typeProperties/%s/%d/name".formatted(streams, i);
                String name = properties.at(pointer).asText();
                if (!seen.add(name)) {
                    findings.error(pointer, "the name is taken twice");
                }
                if (!steps.contains(name)) {
                    findings.error(pointer, "the script has no step \"%s\", its steps are %s".formatted(name, steps));
                }
            }
        }
    }

    /** The parameters that an activity gives; all of them are text in the data flow's own language. */
    public static Map<String, Parameter> parameters(JsonNode properties) {
        Map<String, Parameter> parameters = new TreeMap<>();
        declared(properties)
                .forEach((name, declared) -> parameters.put(
                        name, declared.defaultValue().map(Parameter::string).orElseGet(Parameter::string)));
        return parameters;
    }

    /** The parameters as the script declares them; those of types that the library has no name for are strings. */
    public static Map<String, DataFlowParameter> declared(JsonNode properties) {
        String script = script(properties.path("typeProperties"));
        String code = ScriptCode.of(script);
        Map<String, DataFlowParameter> parameters = new TreeMap<>();
        Matcher start = PARAMETERS.matcher(script);
        while (start.find() && parameters.isEmpty()) {
            if (!code.startsWith("parameters", start.start())) {
                continue;
            }
            for (String declaration : declarations(script.substring(start.end()))) {
                Matcher name = DECLARATION.matcher(declaration);
                if (name.find()) {
                    parameters.put(name.group(1), declared(declaration.substring(name.end())));
                }
            }
        }
        return parameters;
    }

    /** The names of its sources and sinks. */
    public static List<String> ends(JsonNode properties) {
        List<String> ends = new ArrayList<>();
        for (String streams : List.of("sources", "sinks")) {
            properties
                    .path("typeProperties")
                    .path(streams)
                    .forEach(end -> ends.add(end.path("name").asText()));
        }
        return ends;
    }

    private static DataFlowParameter declared(String typeAndDefault) {
        int bracket = typeAndDefault.indexOf('(');
        String name = (bracket < 0 ? typeAndDefault : typeAndDefault.substring(0, bracket)).strip();
        DataFlowType type = Arrays.stream(DataFlowType.values())
                .filter(known -> known.scriptName().equals(name))
                .findFirst()
                .orElse(DataFlowType.STRING);
        return new DataFlowParameter(
                type,
                bracket < 0
                        ? Optional.empty()
                        : Optional.of(typeAndDefault.substring(bracket + 1, typeAndDefault.lastIndexOf(')'))));
    }

    /** The references to datasets of its sources and sinks, by their names. */
    public static Map<String, JsonNode> datasets(JsonNode properties) {
        Map<String, JsonNode> datasets = new TreeMap<>();
        for (String streams : List.of("sources", "sinks")) {
            for (JsonNode end : properties.path("typeProperties").path(streams)) {
                if (end.path("dataset").isObject()) {
                    datasets.put(end.path("name").asText(), end.path("dataset"));
                }
            }
        }
        return datasets;
    }

    /** {@code script}, or the lines of {@code scriptLines}. */
    private static String script(JsonNode flow) {
        List<String> lines = new ArrayList<>();
        flow.path("scriptLines").forEach(line -> lines.add(line.asText()));
        return lines.isEmpty() ? flow.path("script").asText() : String.join("\n", lines);
    }

    /** What stands between the commas outside of brackets, up to the brace that closes. */
    private static List<String> declarations(String script) {
        String code = ScriptCode.of(script);
        List<String> declarations = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int at = 0; at < code.length(); at++) {
            switch (code.charAt(at)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        declarations.add(script.substring(from, at));
                        from = at + 1;
                    }
                }
                case '}' -> {
                    declarations.add(script.substring(from, at));
                    return declarations;
                }
                default -> {
                    // A part of the declaration.
                }
            }
        }
        return declarations;
    }
}
