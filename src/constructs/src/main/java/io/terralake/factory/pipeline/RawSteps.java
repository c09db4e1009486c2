package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Activities that stand in JSON as JSON, such as those that were brought along from an existing factory. */
final class RawSteps {
    /** Where the service's containers have activities: ForEach and Until, IfCondition, Switch. */
    private static final List<String> PLACES =
            List.of("activities", "ifTrueActivities", "ifFalseActivities", "defaultActivities");

    private RawSteps() {}

    /**
     * The branches in an activity's JSON, but for the activities that are known.
     *
     * @param pointer where the activity stands
     */
    static List<List<Step>> in(String pointer, ObjectNode json, List<List<Step>> known) {
        Set<String> names = known.stream().flatMap(List::stream).map(Step::name).collect(Collectors.toSet());
        JsonNode properties = json.path("typeProperties");
        Map<String, JsonNode> lists = new LinkedHashMap<>();
        PLACES.forEach(place -> lists.put("/" + place, properties.path(place)));
        for (int i = 0; i < properties.path("cases").size(); i++) {
            lists.put("/cases/%d/activities".formatted(i), properties.at("/cases/%d/activities".formatted(i)));
        }
        List<List<Step>> branches = new ArrayList<>();
        lists.forEach((place, list) -> {
            List<Step> branch = of(pointer + "/typeProperties" + place, list).stream()
                    .filter(step -> !names.contains(step.name()))
                    .toList();
            if (!branch.isEmpty()) {
                branches.add(branch);
            }
        });
        return branches;
    }

    /** The activities of a list; what else is in it is left out. */
    static List<Step> of(String pointer, JsonNode list) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (isActivity(list.path(i))) {
                steps.add(of(pointer + "/" + i, (ObjectNode) list.path(i)));
            }
        }
        return steps;
    }

    /** The names of the activities that one depends on. */
    static List<String> after(ObjectNode json) {
        List<String> after = new ArrayList<>();
        json.path("dependsOn")
                .forEach(dependency -> after.add(dependency.path("activity").asText()));
        return List.copyOf(after);
    }

    static boolean isActivity(JsonNode node) {
        return node.isObject()
                && node.path("type").isTextual()
                && node.path("name").isTextual();
    }

    private static Step of(String pointer, ObjectNode json) {
        return new Step(
                pointer,
                json.path("name").asText(),
                json.path("type").asText(),
                after(json),
                in(pointer, json, List.of()),
                List.of(),
                List.of(),
                json);
    }
}
