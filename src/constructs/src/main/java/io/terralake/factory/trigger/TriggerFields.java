package io.terralake.factory.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.factory.json.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What azurerm's triggers carry, by the type in the service.
 *
 * @see <a href="https://github.com/hashicorp/terraform-provider-azurerm/blob/main/website/docs/r/data_factory_trigger_schedule.html.markdown">
 *     azurerm_data_factory_trigger_schedule</a> and its like
 */
final class TriggerFields {
    private static final Set<String> BESIDE =
            Set.of("type", "typeProperties", "description", "annotations", "runtimeState", "pipeline", "pipelines");

    private static final Map<String, Set<String>> OF_TYPE = Map.of(
            "ScheduleTrigger", Set.of("recurrence"),
            "BlobEventsTrigger",
                    Set.of("blobPathBeginsWith", "blobPathEndsWith", "ignoreEmptyBlobs", "events", "scope"),
            "CustomEventsTrigger", Set.of("subjectBeginsWith", "subjectEndsWith", "events", "scope"),
            "TumblingWindowTrigger",
                    Set.of(
                            "frequency",
                            "interval",
                            "startTime",
                            "endTime",
                            "delay",
                            "maxConcurrency",
                            "retryPolicy",
                            "dependsOn"));

    private static final Set<String> OF_RECURRENCE =
            Set.of("frequency", "interval", "startTime", "endTime", "timeZone", "schedule");

    private static final Set<String> OF_CALENDARS =
            Set.of("minutes", "hours", "weekDays", "monthDays", "monthlyOccurrences");

    private TriggerFields() {}

    /** The places that azurerm cannot carry. */
    static List<String> lost(JsonNode properties) {
        List<String> lost = new ArrayList<>();
        String type = properties.path("type").asText();
        Set<String> carried = OF_TYPE.get(type);
        if (carried == null) {
            return List.of("/type");
        }
        add("", properties, BESIDE, lost);
        add("/typeProperties", properties.path("typeProperties"), carried, lost);
        add("/typeProperties/recurrence", properties.at("/typeProperties/recurrence"), OF_RECURRENCE, lost);
        add(
                "/typeProperties/recurrence/schedule",
                properties.at("/typeProperties/recurrence/schedule"),
                OF_CALENDARS,
                lost);
        if (TriggerJson.runs(properties).isEmpty() && !type.equals("ScheduleTrigger")) {
            lost.add(type.equals("TumblingWindowTrigger") ? "/pipeline" : "/pipelines");
        }
        return lost;
    }

    private static void add(String pointer, JsonNode json, Set<String> carried, List<String> lost) {
        json.properties().forEach(field -> {
            if (!carried.contains(field.getKey()) && !field.getValue().isNull()) {
                lost.add(pointer + "/" + Findings.escaped(field.getKey()));
            }
        });
    }
}
