package io.terralake.factory.trigger;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.factory.ArtifactNotes;
import io.terralake.factory.DataFactory;
import io.terralake.factory.DataFactoryProps;
import io.terralake.factory.pipeline.Expression;
import io.terralake.factory.pipeline.Fail;
import io.terralake.factory.pipeline.Pipeline;
import io.terralake.factory.pipeline.PipelineProps;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Triggers that are stopped, end, wait for each other, and start several pipelines. */
class TriggerOptionsTests {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2027-01-01T00:00:00Z");

    private final PlatformStack stack = Stacks.publicStack();
    private final DataFactory factory =
            new DataFactory(stack, "Factory", DataFactoryProps.builder().build());
    private final PipelineRun one = run("One", factory);
    private final PipelineRun two = run("Two", factory);
    private final ArtifactNotes notes = new ArtifactNotes("every day", List.of("cars"), null);

    @Test
    void schedulesEndAndStartSeveralPipelines() {
        new ScheduleTrigger(
                stack,
                "Trigger",
                ScheduleTriggerProps.builder()
                        .name("Daily")
                        .schedule(Schedule.builder()
                                .frequency(Schedule.Frequency.DAY)
                                .start(START)
                                .end(END)
                                .build())
                        .runs(List.of(one, two))
                        .started(false)
                        .notes(notes)
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory_trigger_schedule", """
                {
                  activated: false,
                  description: 'every day',
                  annotations: ['cars'],
                  start_time: '2026-01-01T00:00:00Z',
                  end_time: '2027-01-01T00:00:00Z',
                  pipeline: [
                    {name: textLike('${azapi_resource.One_*.name}')},
                    {name: textLike('${azapi_resource.Two_*.name}')},
                  ],
                }
                """);
    }

    @Test
    void windowsWaitForWindows() {
        TumblingWindowTrigger first = windows("First", List.of(WindowDependency.onWindowBefore(Duration.ofHours(1))));
        windows(
                "Second",
                List.of(
                        WindowDependency.on(first),
                        new WindowDependency(first, Duration.ofDays(-1).minusMinutes(30), Duration.ofHours(26))));
        assertThat(stack).hasResource("azurerm_data_factory_trigger_tumbling_window", """
                {
                  name: 'First',
                  end_time: '2027-01-01T00:00:00Z',
                  activated: true,
                  trigger_dependency: [{trigger_name: absent, offset: '-01:00:00', size: '01:00:00'}],
                }
                """);
        assertThat(stack).hasResource("azurerm_data_factory_trigger_tumbling_window", """
                {
                  name: 'Second',
                  trigger_dependency: [
                    {trigger_name: textLike('${azurerm_data_factory_trigger_tumbling_window.First_*.name}'), offset: absent, size: absent},
                    {offset: '-1.00:30:00', size: '1.02:00:00'},
                  ],
                }
                """);
    }

    @Test
    void eventsAreSeveral() {
        DataLake lake = new DataLake(stack, "Lake", DataLakeProps.builder().build());
        lake.addZone("bronze", ZoneProps.builder().build());
        new BlobEventTrigger(
                stack,
                "Files",
                BlobEventTriggerProps.builder()
                        .name("Files")
                        .events(List.of(BlobEventTriggerProps.Event.CREATED, BlobEventTriggerProps.Event.DELETED))
                        .lake(lake)
                        .zone("bronze")
                        .runs(List.of(one, two))
                        .notes(notes)
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory_trigger_blob_event", """
                {
                  events: ['Microsoft.Storage.BlobCreated', 'Microsoft.Storage.BlobDeleted'],
                  annotations: ['cars'],
                  pipeline: [{name: textLike('${azapi_resource.One_*.name}')}, {name: textLike('${azapi_resource.Two_*.name}')}],
                }
                """);
        new CustomEventTrigger(
                stack,
                "Custom",
                CustomEventTriggerProps.builder()
                        .name("Custom")
                        .topicId(PlatformTeam.id("Microsoft.EventGrid/topics/t"))
                        .eventTypes(List.of("a", "b"))
                        .subjectSuffix(".csv")
                        .runs(List.of(one, two))
                        .started(false)
                        .build());
        assertThat(stack).hasResource("azurerm_data_factory_trigger_custom_event", """
                {events: ['a', 'b'], subject_ends_with: '.csv', activated: false, pipeline: [{}, {}]}
                """);
    }

    @Test
    void refuseWhatTheServiceRefuses() {
        assertThatThrownBy(() -> ScheduleTriggerProps.builder().runs(List.of()).build())
                .hasMessage("a trigger needs at least one pipeline");
        assertThatThrownBy(
                        () -> BlobEventTriggerProps.builder().events(List.of()).build())
                .hasMessage("a blob event trigger needs at least one event");
        assertThatThrownBy(() -> ScheduleTriggerProps.builder()
                        .notes(ArtifactNotes.builder().folder("shop").build())
                        .build())
                .hasMessage("folder \"shop\" is not allowed: a trigger has none");
        assertThatThrownBy(() -> Schedule.builder().start(END).end(START).build())
                .hasMessage("end 2026-01-01T00:00:00Z is not allowed: after the start, 2027-01-01T00:00:00Z");
        assertThatThrownBy(() ->
                        TumblingWindow.builder().interval(1).start(END).end(END).build())
                .hasMessage("end 2027-01-01T00:00:00Z is not allowed: after the start, 2027-01-01T00:00:00Z");
        assertThatThrownBy(() -> TumblingWindowTriggerProps.builder()
                        .dependsOn(Collections.nCopies(6, WindowDependency.onWindowBefore(Duration.ofHours(1))))
                        .build())
                .hasMessage("number of dependencies of 6 is not allowed: 0 to 5");
        assertThatThrownBy(() -> new WindowDependency(null, Duration.ofHours(1), null))
                .hasMessage("offset PT1H of a trigger's own windows is not allowed: a negative one");
        assertThatThrownBy(() -> new WindowDependency(null, Duration.ofSeconds(-90), null))
                .hasMessage("offset PT-1M-30S is not allowed: full minutes");
        assertThatThrownBy(() -> new WindowDependency(null, Duration.ofHours(-1), Duration.ZERO))
                .hasMessage("size PT0S is not allowed: a minute or more");
    }

    @Test
    void refusePipelinesAndTriggersOfTwoFactories() {
        DataFactory elsewhere = new DataFactory(
                stack,
                "Elsewhere",
                DataFactoryProps.builder().name("adf-elsewhere").build());
        assertThatThrownBy(() -> new ScheduleTrigger(
                        stack,
                        "Both",
                        ScheduleTriggerProps.builder()
                                .name("Both")
                                .schedule(Schedule.builder()
                                        .frequency(Schedule.Frequency.DAY)
                                        .start(START)
                                        .build())
                                .runs(List.of(one, run("Three", elsewhere)))
                                .build()))
                .hasMessage("the pipeline test-stack/Three is in another factory, test-stack/Elsewhere, not in"
                        + " test-stack/Factory (at test-stack/Both)");
        TumblingWindowTrigger first = windows("First", null);
        assertThatThrownBy(() -> windows("Far", run("Four", elsewhere), List.of(WindowDependency.on(first))))
                .hasMessage("the trigger test-stack/First is in another factory, test-stack/Factory, not in"
                        + " test-stack/Elsewhere (at test-stack/Far)");
    }

    private TumblingWindowTrigger windows(String name, List<WindowDependency> dependencies) {
        return windows(name, one, dependencies);
    }

    private TumblingWindowTrigger windows(String name, PipelineRun run, List<WindowDependency> dependencies) {
        return new TumblingWindowTrigger(
                stack,
                name,
                TumblingWindowTriggerProps.builder()
                        .name(name)
                        .window(TumblingWindow.builder()
                                .frequency(Schedule.Frequency.HOUR)
                                .interval(1)
                                .start(START)
                                .end(END)
                                .build())
                        .run(run)
                        .dependsOn(dependencies)
                        .build());
    }

    private PipelineRun run(String name, DataFactory of) {
        return PipelineRun.of(new Pipeline(
                stack,
                name,
                PipelineProps.builder()
                        .factory(of)
                        .name(name)
                        .activities(List.of(Fail.builder()
                                .name("Stop")
                                .message(Expression.text("no"))
                                .errorCode("1")
                                .build()))
                        .build()));
    }
}
