package io.terralake.factory.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.azure.WindowsTimeZones;
import io.terralake.core.Tokens;
import io.terralake.factory.expression.Found;
import io.terralake.factory.expression.Origin;
import io.terralake.factory.json.Findings;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JSON of a trigger, whoever wrote it. */
public final class TriggerJson {
    private static final Set<String> OF_WINDOWS = Set.of("Minute", "Hour", "Month");
    private static final Set<String> OF_SCHEDULES = Set.of("Minute", "Hour", "Day", "Week", "Month");
    private static final int SHORTEST_MINUTES = 5;

    private TriggerJson() {}

    /**
     * The runs of pipelines that it starts.
     *
     * @param properties what stands under {@code properties}
     * @return each with where it stands
     */
    public static Map<String, JsonNode> runs(JsonNode properties) {
        Map<String, JsonNode> runs = new LinkedHashMap<>();
        for (int i = 0; i < properties.path("pipelines").size(); i++) {
            runs.put("/pipelines/" + i, properties.path("pipelines").get(i));
        }
        if (properties.path("pipeline").isObject()) {
            runs.put("/pipeline", properties.path("pipeline"));
        }
        return runs;
    }

    /** Whether azurerm's resource has everything of it. */
    public static boolean isCarried(JsonNode properties) {
        return TriggerFields.lost(properties).isEmpty();
    }

    /** Whether a time says how far it is from UTC; one that is only known to Terraform does. */
    static boolean hasOffset(String time) {
        return Tokens.isIn(time) || !time.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?");
    }

    /** Whether it is started. */
    public static boolean isStarted(JsonNode properties) {
        return properties.path("runtimeState").asText().equalsIgnoreCase("Started");
    }

    /**
     * Notes what the service would refuse, and what azurerm cannot carry in a trigger that is started.
     *
     * @param properties what stands under {@code properties}
     */
    public static void check(JsonNode properties, Findings findings) {
        Set<Origin> origins = EnumSet.of(Origin.TRIGGER, Origin.TRIGGER_BODY);
        runs(properties).forEach((pointer, run) -> {
            for (Found found : Found.in(pointer + "/parameters", run.path("parameters"), origins, part -> false)) {
                found.problems()
                        .forEach(problem ->
                                findings.error(found.pointer(), found.said(problem.at(), problem.message())));
            }
        });
        switch (properties.path("type").asText()) {
            case "ScheduleTrigger" -> checkSchedule(findings);
            case "TumblingWindowTrigger" -> checkWindows(findings);
            case "BlobEventsTrigger" -> checkBlobs(findings);
            default -> {
                // The others have nothing of their own to check.
            }
        }
        List<String> lost = TriggerFields.lost(properties);
        if (isStarted(properties) && !lost.isEmpty()) {
            findings.error(
                    lost.get(0),
                    "a trigger that is started goes to Terraform as azurerm's, which cannot carry %s: take it out or stop the trigger"
                            .formatted(String.join(", ", lost)));
        } else if (!isStarted(properties) && !lost.isEmpty()) {
            findings.warning(
                    "/runtimeState",
                    "the trigger is made, and never started: azurerm cannot carry %s"
                            .formatted(String.join(", ", lost)));
        }
    }

    private static void checkSchedule(Findings findings) {
        String at = "/typeProperties/recurrence";
        JsonNode recurrence = findings.json().at(at);
        requireOne(findings, at + "/frequency", OF_SCHEDULES);
        String zone = recurrence.path("timeZone").asText("UTC");
        if (!Tokens.isIn(zone)) {
            try {
                WindowsTimeZones.check(zone);
            } catch (IllegalArgumentException e) {
                findings.error(at + "/timeZone", String.valueOf(e.getMessage()));
            }
        }
        String start = recurrence.path("startTime").asText("Z");
        if (!zone.equals("UTC")
                && !hasOffset(start)
                && recurrence.at("/schedule/hours").isEmpty()) {
            findings.warning(
                    at + "/startTime",
                    "azurerm gives the service a time of UTC, so that the runs may be off by the zone's hours: give schedule/hours");
        }
    }

    private static void checkWindows(Findings findings) {
        requireOne(findings, "/typeProperties/frequency", OF_WINDOWS);
        JsonNode window = findings.json().path("typeProperties");
        JsonNode interval = window.path("interval");
        int shortest = window.path("frequency").asText().equals("Minute") ? SHORTEST_MINUTES : 1;
        if (interval.isInt() && interval.intValue() < shortest) {
            findings.error(
                    "/typeProperties/interval",
                    "interval of %d is not allowed: %d or more".formatted(interval.intValue(), shortest));
        }
        if (findings.json().path("pipelines").isArray()) {
            findings.error("/pipelines", "a tumbling window trigger starts one pipeline, in pipeline");
        }
    }

    private static void checkBlobs(Findings findings) {
        List<String> filters = new ArrayList<>(List.of("blobPathBeginsWith", "blobPathEndsWith"));
        for (String filter : filters) {
            JsonNode text = findings.json().path("typeProperties").path(filter);
            if (text.isTextual()
                    && (text.asText().contains("*") || text.asText().contains("?"))) {
                findings.error(
                        "/typeProperties/" + filter,
                        "text without the wildcards * and ?, which events do not know, is allowed");
            }
        }
        if (findings.json().path("typeProperties").path("scope").asText().isEmpty()) {
            findings.error("/typeProperties/scope", "the storage account's Azure id is missing");
        }
    }

    private static void requireOne(Findings findings, String pointer, Set<String> allowed) {
        String value = findings.json().at(pointer).asText();
        if (allowed.stream().noneMatch(value::equalsIgnoreCase)) {
            findings.error(pointer, "allowed are " + allowed.stream().sorted().toList());
        }
    }
}
