package io.terralake.factory.trigger;

import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindow;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowPipeline;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_tumbling_window.DataFactoryTriggerTumblingWindowRetry;
import io.terralake.factory.ArtifactName;
import java.time.Duration;
import java.util.Objects;
import software.constructs.Construct;

/** Starts a pipeline for each window of time. */
public final class TumblingWindowTrigger extends Construct {

    /** @throws io.terralake.core.ConstructException when the pipeline does not have a parameter that is given, or not so */
    public TumblingWindowTrigger(Construct scope, String id, TumblingWindowTriggerProps props) {
        super(scope, id);
        TumblingWindow window = props.window();
        PipelineRun run = props.run();
        run.check(this);
        Duration delay = Objects.requireNonNull(window.delay());
        new DataFactoryTriggerTumblingWindow(
                this,
                "Resource",
                DataFactoryTriggerTumblingWindowConfig.builder()
                        .name(ArtifactName.check(this, props.name()))
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
                        .retry(DataFactoryTriggerTumblingWindowRetry.builder()
                                .count(window.retries())
                                .interval(60)
                                .build())
                        .activated(true)
                        .pipeline(DataFactoryTriggerTumblingWindowPipeline.builder()
                                .name(run.pipeline().pipelineName())
                                .parameters(run.arguments())
                                .build())
                        .build());
    }
}
