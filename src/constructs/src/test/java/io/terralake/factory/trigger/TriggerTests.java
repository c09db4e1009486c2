package io.terralake.factory.trigger;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static io.terralake.factory.pipeline.Expression.text;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.Parameter;
import io.terralake.factory.pipeline.Fail;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TriggerTests {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final PlatformStack stack = Stacks.publicStack();
    private final Pipeline pipeline = new Pipeline(
            stack,
            "Pipeline",
            PipelineProps.builder()
                    .factory(new DataFactory(
                            stack, "Factory", DataFactoryProps.builder().build()))
                    .name("Copy")
                    .parameters(Map.of("File", Parameter.string("")))
                    .activities(List.of(Fail.builder()
                            .name("Stop")
                            .message(text("x"))
                            .errorCode("x")
                            .build()))
                    .build());

    @Test
    void schedule() {
        new ScheduleTrigger(
                stack,
                "Trigger",
                ScheduleTriggerProps.builder()
                        .name("Weekly")
                        .schedule(Schedule.builder()
                                .frequency(Schedule.Frequency.WEEK)
                                .start(START)
                                .at(LocalTime.of(4, 30))
                                .daysOfWeek(List.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY))
                                .timeZone("W. Europe Standard Time")
                                .build())
                        .runs(List.of(new PipelineRun(pipeline, Map.of("File", "all"))))
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory_trigger_schedule", """
                {
                  name: 'Weekly',
                  frequency: 'Week',
                  interval: 1,
                  start_time: '2026-11-01T00:00:00Z',
                  time_zone: 'W. Europe Standard Time',
                  activated: true,
                  schedule: {hours: [4], minutes: [30], days_of_week: ['Monday', 'Friday']},
                  pipeline: [{name: textLike('${azapi_resource.*.name}'), parameters: {File: 'all'}}],
                }
                """);
    }

    @Test
    void tumblingWindow() {
        new TumblingWindowTrigger(
                stack,
                "Trigger",
                TumblingWindowTriggerProps.builder()
                        .name("Hourly")
                        .window(TumblingWindow.builder()
                                .frequency(Schedule.Frequency.HOUR)
                                .interval(6)
                                .start(START)
                                .delay(Duration.ofMinutes(15))
                                .build())
                        .run(PipelineRun.of(pipeline))
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory_trigger_tumbling_window", """
                {
                  frequency: 'Hour',
                  interval: 6,
                  delay: '0.00:15:00',
                  max_concurrency: 1,
                  retry: {count: 2, interval: 60},
                  pipeline: {name: textLike('${azapi_resource.*.name}'), parameters: absent},
                }
                """);
    }

    @Test
    void blobEvent() {
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        lake.addZone("bronze", ZoneProps.builder().build());
        new BlobEventTrigger(
                stack,
                "Trigger",
                BlobEventTriggerProps.builder()
                        .name("NewFile")
                        .events(List.of(BlobEventTriggerProps.Event.CREATED))
                        .lake(lake)
                        .zone("bronze")
                        .folder("cars/raw")
                        .suffix(".csv")
                        .runs(List.of(new PipelineRun(pipeline, Map.of("File", "@triggerBody().fileName"))))
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory_trigger_blob_event", """
                {
                  storage_account_id: textLike('${azurerm_storage_account.*.id}'),
                  events: ['Microsoft.Storage.BlobCreated'],
                  blob_path_begins_with: '/bronze/blobs/cars/raw/',
                  blob_path_ends_with: '.csv',
                  ignore_empty_blobs: true,
                }
                """);
        assertThatThrownBy(() -> new BlobEventTrigger(
                        stack,
                        "Lost",
                        BlobEventTriggerProps.builder()
                                .name("Lost")
                                .events(List.of(BlobEventTriggerProps.Event.DELETED))
                                .lake(lake)
                                .zone("lost")
                                .runs(List.of(PipelineRun.of(pipeline)))
                                .build()))
                .hasMessage("the lake has no zone \"lost\", its zones are [bronze] (at test-stack/Lake)");
    }

    @Test
    void customEvent() {
        new CustomEventTrigger(
                stack,
                "Trigger",
                CustomEventTriggerProps.builder()
                        .name("Ordered")
                        .topicId(PlatformTeam.id("Microsoft.EventGrid/topics/orders"))
                        .eventTypes(List.of("Shop.Ordered"))
                        .subjectPrefix("orders/")
                        .runs(List.of(PipelineRun.of(pipeline)))
                        .build());
        assertThat(stack)
                .hasResource(
                        "azurerm_data_factory_trigger_custom_event",
                        Match.json("""
                {
                  eventgrid_topic_id: $topic,
                  events: ['Shop.Ordered'],
                  subject_begins_with: 'orders/',
                }
                """, Map.of("topic", PlatformTeam.id("Microsoft.EventGrid/topics/orders"))));
    }

    @Test
    void refuseTheIdOfWhatIsNoTopic() {
        assertThatThrownBy(() -> new CustomEventTrigger(
                        stack,
                        "Trigger",
                        CustomEventTriggerProps.builder()
                                .name("Ordered")
                                .topicId(PlatformTeam.VAULT)
                                .eventTypes(List.of("Shop.Ordered"))
                                .runs(List.of(PipelineRun.of(pipeline)))
                                .build()))
                .hasMessage(
                        "\"" + PlatformTeam.VAULT + "\" is the id of a Microsoft.KeyVault/vaults, /subscriptions/<id>"
                                + "/resourceGroups/<name>/providers/Microsoft.EventGrid/topics/<name> is needed"
                                + " (at test-stack/Trigger)");
    }

    @Test
    void refuseArgumentsThatThePipelineDoesNotTake() {
        assertThatThrownBy(() -> daily("Unknown", new PipelineRun(pipeline, Map.of("Table", "x"))))
                .hasMessage("the pipeline has no parameter \"Table\", there are [File] (at test-stack/Unknown)");
        Pipeline typed = new Pipeline(
                stack,
                "Typed",
                PipelineProps.builder()
                        .factory(pipeline.factory())
                        .name("Typed")
                        .parameters(Map.of(
                                "days", Parameter.integer(),
                                "names", Parameter.array(),
                                "strict", Parameter.bool(),
                                "token", Parameter.secureString()))
                        .activities(List.of())
                        .build());
        assertThatThrownBy(() -> daily(
                        "Wrong",
                        new PipelineRun(typed, Map.of("days", "3 days", "names", "[\"a\"]", "token", "secret"))))
                .hasMessage("the parameter \"days\" of the pipeline is of type Int, given is \"3 days\";"
                        + " the parameter \"token\" of the pipeline is a secure string: a value would stand in Terraform's"
                        + " state; the parameter \"strict\" of the pipeline is not set (at test-stack/Wrong)");
        daily(
                "Right",
                new PipelineRun(
                        typed, Map.of("days", "3", "names", "[\"a\"]", "strict", "true", "token", "@trigger().name")));
    }

    private void daily(String id, PipelineRun run) {
        new ScheduleTrigger(
                stack,
                id,
                ScheduleTriggerProps.builder()
                        .name(id)
                        .schedule(Schedule.daily(LocalTime.MIDNIGHT))
                        .runs(List.of(run))
                        .build());
    }

    @Test
    void refuseTimesThatTheServiceRefuses() {
        assertThatThrownBy(() ->
                        schedule(Schedule.Frequency.HOUR).at(LocalTime.NOON).build())
                .hasMessage("a time of day is not allowed for the frequency HOUR: DAY, WEEK or MONTH");
        assertThatThrownBy(() -> Schedule.daily(LocalTime.of(1, 2, 3)))
                .hasMessage("time of day 01:02:03 is not allowed: full minutes");
        assertThatThrownBy(() -> schedule(Schedule.Frequency.DAY)
                        .daysOfWeek(List.of(DayOfWeek.MONDAY))
                        .build())
                .hasMessage("days of the week are not allowed for the frequency DAY: WEEK");
        assertThatThrownBy(() ->
                        schedule(Schedule.Frequency.DAY).daysOfMonth(List.of(1)).build())
                .hasMessage("days of the month are not allowed for the frequency DAY: MONTH");
        assertThatThrownBy(() -> schedule(Schedule.Frequency.MONTH)
                        .daysOfMonth(List.of(0))
                        .build())
                .hasMessage("day of the month 0 is not allowed: 1 to 31, or -1 to -31");
        assertThatThrownBy(() -> window(Schedule.Frequency.DAY, 1))
                .hasMessage("frequency DAY is not allowed for tumbling windows: MINUTE, HOUR or MONTH");
        assertThatThrownBy(() -> window(Schedule.Frequency.MINUTE, 4))
                .hasMessage("interval of 4 is not allowed: 5 or more");
        assertThatThrownBy(() -> CustomEventTriggerProps.builder()
                        .name("x")
                        .topicId("x")
                        .eventTypes(List.of())
                        .runs(List.of(PipelineRun.of(pipeline)))
                        .build())
                .hasMessage("a custom event trigger needs at least one event type");
    }

    @Test
    void refuseTimeZonesOfOtherSystems() {
        assertThatThrownBy(() -> schedule(Schedule.Frequency.DAY)
                        .timeZone("Europe/Berlin")
                        .build())
                .hasMessage("time zone \"Europe/Berlin\" is not allowed: a time zone's name in Windows, such as UTC or"
                        + " W. Europe Standard Time");
        assertThatThrownBy(
                        () -> schedule(Schedule.Frequency.DAY).timeZone("CET").build())
                .hasMessageStartingWith("time zone \"CET\" is not allowed");
        for (String name :
                List.of("UTC", "Central Standard Time (Mexico)", "Russia Time Zone 3", "Tonga Standard Time")) {
            schedule(Schedule.Frequency.DAY).timeZone(name).build();
        }
    }

    @Test
    void refuseWildcardsInEvents() {
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        BlobEventTriggerPropsBuilder props = BlobEventTriggerProps.builder()
                .name("x")
                .events(List.of(BlobEventTriggerProps.Event.CREATED))
                .lake(lake)
                .zone("bronze")
                .runs(List.of(PipelineRun.of(pipeline)));
        assertThatThrownBy(() -> props.suffix("*.csv").build())
                .hasMessage(
                        "suffix \"*.csv\" is not allowed: text without the wildcards * and ?, which events do not know,"
                                + " such as .csv");
        assertThatThrownBy(() -> props.suffix("").build()).hasMessageStartingWith("suffix \"\" is not allowed");
        assertThatThrownBy(() -> props.suffix(".csv").folder("cars/*/raw").build())
                .hasMessage(
                        "folder \"cars/*/raw\" is not allowed: text without the wildcards * and ?, which events do not"
                                + " know, such as cars/raw");
        assertThatThrownBy(() -> CustomEventTriggerProps.builder()
                        .name("x")
                        .topicId("x")
                        .eventTypes(List.of("A"))
                        .subjectPrefix("orders/?")
                        .runs(List.of(PipelineRun.of(pipeline)))
                        .build())
                .hasMessage(
                        "subject prefix \"orders/?\" is not allowed: text without the wildcards * and ?, which events do"
                                + " not know, such as orders/");
    }

    @Test
    void refuseDelaysThatTheServiceRefuses() {
        TumblingWindowBuilder window = TumblingWindow.builder()
                .frequency(Schedule.Frequency.HOUR)
                .interval(1)
                .start(START);
        assertThatThrownBy(() -> window.delay(Duration.ofMinutes(-5)).build())
                .hasMessage("delay PT-5M is not allowed: 0 or more full seconds");
        assertThatThrownBy(() -> window.delay(Duration.ofMillis(1500)).build())
                .hasMessage("delay PT1.5S is not allowed: 0 or more full seconds");
        assertThatThrownBy(() -> window.delay(null).retries(-1).build())
                .hasMessage("retries of -1 is not allowed: 0 or more");
        assertThatThrownBy(() -> window.retries(0).maxConcurrency(51).build())
                .hasMessage("concurrency of 51 is not allowed: 1 to 50");
    }

    /** azurerm takes a retry block with one retry at least. */
    @Test
    void aWindowWithoutRetriesSaysNothingOfThem() {
        new TumblingWindowTrigger(
                stack,
                "Trigger",
                TumblingWindowTriggerProps.builder()
                        .name("Hourly")
                        .window(TumblingWindow.builder()
                                .frequency(Schedule.Frequency.HOUR)
                                .interval(1)
                                .start(START)
                                .retries(0)
                                .build())
                        .run(PipelineRun.of(pipeline))
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory_trigger_tumbling_window", "{retry: absent}");
    }

    @Test
    void refuseExpressionsThatTheServiceRefuses() {
        assertThatThrownBy(() -> daily("Broken", new PipelineRun(pipeline, Map.of("File", "@concat('a'"))))
                .hasMessage(
                        "the end of the text is not allowed here, but ',' and an argument, or the end of the call, ')':"
                                + " position 12 of \"@concat('a'\" at /parameters/File (at test-stack/Broken)");
        assertThatThrownBy(() -> daily("Body", new PipelineRun(pipeline, Map.of("File", "@triggerBody().fileName"))))
                .hasMessage("triggerBody() cannot be read here, allowed are trigger(): position 2 of"
                        + " \"@triggerBody().fileName\" at /parameters/File (at test-stack/Body)");
    }

    @Test
    void nameFieldsThatAreNotSet() {
        assertThatThrownBy(() -> new ScheduleTrigger(
                        stack,
                        "Trigger",
                        ScheduleTriggerProps.builder()
                                .schedule(Schedule.builder().at(LocalTime.NOON).build())
                                .build()))
                .hasMessage(
                        "the fields name, schedule.frequency, schedule.start, runs are not set (at test-stack/Trigger)");
        assertThatThrownBy(() -> new CustomEventTrigger(
                        stack, "Event", CustomEventTriggerProps.builder().build()))
                .hasMessage("the fields name, topicId, eventTypes, runs are not set (at test-stack/Event)");
    }

    private static ScheduleBuilder schedule(Schedule.Frequency frequency) {
        return Schedule.builder().frequency(frequency).start(START);
    }

    private static TumblingWindow window(Schedule.Frequency frequency, int interval) {
        return TumblingWindow.builder()
                .frequency(frequency)
                .interval(interval)
                .start(START)
                .build();
    }
}
