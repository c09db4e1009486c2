package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Activities that stand in the JSON of another as JSON, such as those that were brought along from an existing factory. */
final class RawSteps {
    /** Where the service's containers have activities: ForEach and Until, IfCondition, Switch. */
    private static final List<String> PLACES =
            List.of("activities", "ifTrueActivities", "ifFalseActivities", "defaultActivities");

    private RawSteps() {}

    /** The branches in an activity's JSON, but for the activities that are known. */
    static List<List<Step>> in(ObjectNode json, List<List<Step>> known) {
        Set<String> names = known.stream().flatMap(List::stream).map(Step::name).collect(Collectors.toSet());
        JsonNode properties = json.path("typeProperties");
        List<JsonNode> lists = new ArrayList<>();
        PLACES.forEach(place -> lists.add(properties.path(place)));
        properties.path("cases").forEach(branch -> lists.add(branch.path("activities")));
        List<List<Step>> branches = new ArrayList<>();
        for (JsonNode list : lists) {
            List<Step> branch = new ArrayList<>();
            list.forEach(activity -> {
                if (isActivity(activity)
                        && !names.contains(activity.path("name").asText())) {
                    branch.add(of((ObjectNode) activity));
                }
            });
            if (!branch.isEmpty()) {
                branches.add(branch);
            }
        }
        return branches;
    }

    static boolean isActivity(JsonNode node) {
        return node.isObject()
                && node.path("type").isTextual()
                && node.path("name").isTextual();
    }

    private static Step of(ObjectNode json) {
        List<String> after = new ArrayList<>();
        json.path("dependsOn")
                .forEach(dependency -> after.add(dependency.path("activity").asText()));
        return new Step(
                json.path("name").asText(),
                json.path("type").asText(),
                List.copyOf(after),
                in(json, List.of()),
                List.of(),
                List.of(),
                json);
    }
}
