package io.terralake.factory.trigger;

import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindow;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowPipeline;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowRetry;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactName;
import io.terralake.factory.Literals;
import io.terralake.factory.expression.Origin;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Starts a pipeline for each window of time. */
public final class TumblingWindowTrigger extends StackPart {
    private static final int RETRY_SECONDS = 60;

    /** @throws io.terralake.core.ConstructException when the pipeline does not have a parameter that is given, or not so */
    public TumblingWindowTrigger(Construct scope, String id, TumblingWindowTriggerProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        TumblingWindow window = props.window();
        PipelineRun run = props.run();
        run.check(this, Set.of(Origin.TRIGGER));
        Duration delay = Objects.requireNonNull(window.delay());
        new DataFactoryTriggerTumblingWindow(
                this,
                "Resource",
                DataFactoryTriggerTumblingWindowConfig.builder()
                        .name(Literals.of(
                                ArtifactName.claim(this, run.pipeline().factory(), ArtifactKind.TRIGGER, props.name())))
                        .dataFactoryId(run.pipeline().factory().factoryId())
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
                        .activated(true)
                        .pipeline(DataFactoryTriggerTumblingWindowPipeline.builder()
                                .name(run.pipeline().pipelineName())
                                .parameters(run.arguments())
                                .build())
                        .build());
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
