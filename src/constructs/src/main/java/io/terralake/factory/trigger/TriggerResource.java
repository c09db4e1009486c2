package io.terralake.factory.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import io.terralake.core.TerraformText;
import io.terralake.factory.IDataFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.constructs.Construct;

/** azurerm's resource of a trigger that is written as JSON. */
public final class TriggerResource {
    private static final Map<String, String> TYPES = Map.of(
            "ScheduleTrigger", "schedule",
            "BlobEventsTrigger", "blob_event",
            "CustomEventsTrigger", "custom_event",
            "TumblingWindowTrigger", "tumbling_window");

    /** Where azurerm puts what stands in the type properties, by its name there. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("blobPathBeginsWith", "blob_path_begins_with"),
            Map.entry("blobPathEndsWith", "blob_path_ends_with"),
            Map.entry("delay", "delay"),
            Map.entry("endTime", "end_time"),
            Map.entry("events", "events"),
            Map.entry("frequency", "frequency"),
            Map.entry("ignoreEmptyBlobs", "ignore_empty_blobs"),
            Map.entry("interval", "interval"),
            Map.entry("maxConcurrency", "max_concurrency"),
            Map.entry("startTime", "start_time"),
            Map.entry("subjectBeginsWith", "subject_begins_with"),
            Map.entry("subjectEndsWith", "subject_ends_with"),
            Map.entry("timeZone", "time_zone"));

    private TriggerResource() {}

    /**
     * Makes the resource.
     *
     * @param properties what {@link TriggerJson#isCarried} says that azurerm carries
     */
    public static TerraformResource add(Construct trigger, IDataFactory factory, String name, JsonNode properties) {
        String type = properties.path("type").asText();
        TerraformResource resource = new TerraformResource(
                trigger,
                "Resource",
                TerraformResourceConfig.builder()
                        .terraformResourceType("azurerm_data_factory_trigger_" + TYPES.get(type))
                        .build());
        Map<String, Object> arguments = new TreeMap<>();
        arguments.put("name", TerraformText.literal(name));
        arguments.put("data_factory_id", factory.factoryId());
        arguments.put("activated", TriggerJson.isStarted(properties));
        put(arguments, "description", properties.path("description"));
        if (!properties.path("annotations").isEmpty()) {
            arguments.put("annotations", value(properties.path("annotations")));
        }
        List<Object> runs = new ArrayList<>();
        TriggerJson.runs(properties).values().forEach(run -> runs.add(run(run)));
        if (!runs.isEmpty()) {
            arguments.put("pipeline", runs);
        }
        addOwn(arguments, type, properties.path("typeProperties"));
        arguments.forEach(resource::addOverride);
        return resource;
    }

    private static void addOwn(Map<String, Object> arguments, String type, JsonNode own) {
        JsonNode all = type.equals("ScheduleTrigger") ? own.path("recurrence") : own;
        SAME.forEach((name, argument) -> put(arguments, argument, all.path(name)));
        for (String time : List.of("start_time", "end_time")) {
            // In time zones other than UTC the service writes no offset, without which azurerm takes no time.
            arguments.computeIfPresent(
                    time, (name, given) -> TriggerJson.hasOffset(given.toString()) ? given : given + "Z");
        }
        if (type.equals("BlobEventsTrigger")) {
            put(arguments, "storage_account_id", own.path("scope"));
        } else if (type.equals("CustomEventsTrigger")) {
            put(arguments, "eventgrid_topic_id", own.path("scope"));
        }
        if (all.path("schedule").isObject()) {
            arguments.put("schedule", List.of(calendar(all.path("schedule"))));
        }
        JsonNode retries = own.path("retryPolicy");
        if (retries.isObject()) {
            Map<String, Object> retry = new TreeMap<>();
            put(retry, "count", retries.path("count"));
            put(retry, "interval", retries.path("intervalInSeconds"));
            arguments.put("retry", List.of(retry));
        }
        List<Object> dependencies = new ArrayList<>();
        own.path("dependsOn").forEach(dependency -> {
            Map<String, Object> block = new TreeMap<>();
            put(block, "trigger_name", dependency.at("/referenceTrigger/referenceName"));
            put(block, "offset", dependency.path("offset"));
            put(block, "size", dependency.path("size"));
            dependencies.add(block);
        });
        if (!dependencies.isEmpty()) {
            arguments.put("trigger_dependency", dependencies);
        }
    }

    private static Map<String, Object> calendar(JsonNode schedule) {
        Map<String, Object> block = new TreeMap<>();
        put(block, "minutes", schedule.path("minutes"));
        put(block, "hours", schedule.path("hours"));
        put(block, "days_of_week", schedule.path("weekDays"));
        put(block, "days_of_month", schedule.path("monthDays"));
        List<Object> monthly = new ArrayList<>();
        schedule.path("monthlyOccurrences").forEach(occurrence -> {
            Map<String, Object> day = new TreeMap<>();
            put(day, "weekday", occurrence.path("day"));
            put(day, "week", occurrence.path("occurrence"));
            monthly.add(day);
        });
        if (!monthly.isEmpty()) {
            block.put("monthly", monthly);
        }
        return block;
    }

    /** azurerm has parameters of text only; the service reads numbers, lists and objects from it. */
    private static Map<String, Object> run(JsonNode run) {
        Map<String, Object> block = new TreeMap<>();
        put(block, "name", run.at("/pipelineReference/referenceName"));
        Map<String, Object> parameters = new TreeMap<>();
        run.path("parameters")
                .properties()
                .forEach(parameter -> parameters.put(
                        TerraformText.literal(parameter.getKey()),
                        TerraformText.literal(
                                parameter.getValue().isTextual()
                                        ? parameter.getValue().asText()
                                        : parameter.getValue().toString())));
        if (!parameters.isEmpty()) {
            block.put("parameters", parameters);
        }
        return block;
    }

    private static void put(Map<String, Object> arguments, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            arguments.put(name, value(value));
        }
    }

    private static Object value(JsonNode value) {
        if (value.isArray()) {
            List<Object> list = new ArrayList<>();
            value.forEach(element -> list.add(value(element)));
            return list;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : TerraformText.literal(value.asText());
    }
}
