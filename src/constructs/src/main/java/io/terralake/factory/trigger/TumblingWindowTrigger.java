package io.terralake.factory.trigger;

import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindow;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowPipeline;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowRetry;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowTriggerDependency;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactName;
import io.terralake.factory.ArtifactNotes;
import io.terralake.factory.FactoryArtifact;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Literals;
import io.terralake.factory.expression.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Starts a pipeline for each window of time. */
public final class TumblingWindowTrigger extends StackPart implements ITumblingWindowTrigger {
    private final IDataFactory factory;
    private final String triggerName;

    private static final int RETRY_SECONDS = 60;

    /**
     * @throws io.terralake.core.ConstructException when the pipeline does not have a parameter that is given, or not so, or a
     *     trigger that it depends on is in another factory
     */
    public TumblingWindowTrigger(Construct scope, String id, TumblingWindowTriggerProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        TumblingWindow window = props.window();
        PipelineRun run = props.run();
        ArtifactNotes notes = Objects.requireNonNull(props.notes());
        this.factory = PipelineRun.check(this, List.of(run), Set.of(Origin.TRIGGER));
        List<WindowDependency> dependencies = Objects.requireNonNull(props.dependsOn());
        dependencies.stream()
                .map(WindowDependency::trigger)
                .filter(Objects::nonNull)
                .forEach(trigger ->
                        Contract.at(this, () -> FactoryArtifact.requireSameFactory(factory, "trigger", trigger)));
        Duration delay = Objects.requireNonNull(window.delay());
        this.triggerName = new DataFactoryTriggerTumblingWindow(
                        this,
                        "Resource",
                        DataFactoryTriggerTumblingWindowConfig.builder()
                                .name(Literals.of(
                                        ArtifactName.claim(this, factory, ArtifactKind.TRIGGER, props.name())))
                                .dataFactoryId(factory.factoryId())
                                .frequency(window.frequency().azureName())
                                .interval(window.interval())
                                .startTime(window.start().toString())
                                .delay("%d.%02d:%02d:%02d"
                                        .formatted(
                                                delay.toDaysPart(),
                                                delay.toHoursPart(),
                                                delay.toMinutesPart(),
                                                delay.toSecondsPart()))
                                .maxConcurrency(window.maxConcurrency())
                                .retry(retry(Objects.requireNonNull(window.retries())))
                                .activated(props.started())
                                .description(notes.descriptionLiteral())
                                .annotations(notes.annotationLiterals())
                                .endTime(
                                        window.end() == null
                                                ? null
                                                : window.end().toString())
                                .triggerDependency(
                                        dependencies.isEmpty()
                                                ? null
                                                : dependencies.stream()
                                                        .map(TumblingWindowTrigger::dependency)
                                                        .toList())
                                .pipeline(DataFactoryTriggerTumblingWindowPipeline.builder()
                                        .name(run.pipeline().pipelineName())
                                        .parameters(run.arguments())
                                        .build())
                                .build())
                .getName();
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String triggerName() {
        return triggerName;
    }

    private static DataFactoryTriggerTumblingWindowTriggerDependency dependency(WindowDependency dependency) {
        ITumblingWindowTrigger trigger = dependency.trigger();
        return DataFactoryTriggerTumblingWindowTriggerDependency.builder()
                .triggerName(trigger == null ? null : Contract.ask(trigger, "triggerName", trigger::triggerName))
                .offset(WindowDependency.text(dependency.offset()))
                .size(WindowDependency.text(dependency.size()))
                .build();
    }

    /** azurerm has no retries only by having none of the block. */
    private static @Nullable DataFactoryTriggerTumblingWindowRetry retry(int retries) {
        return retries == 0
                ? null
                : DataFactoryTriggerTumblingWindowRetry.builder()
                        .count(retries)
                        .interval(RETRY_SECONDS)
                        .build();
    }
}
