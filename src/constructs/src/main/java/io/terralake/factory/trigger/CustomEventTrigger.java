package io.terralake.factory.trigger;

import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_custom_event.DataFactoryTriggerCustomEvent;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_custom_event.DataFactoryTriggerCustomEventConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_custom_event.DataFactoryTriggerCustomEventPipeline;
import io.terralake.core.ImportedId;
import io.terralake.factory.ArtifactName;
import java.util.List;
import software.constructs.Construct;

/** Starts a pipeline by events of a custom Event Grid topic. */
public final class CustomEventTrigger extends Construct {

    /**
     * @throws io.terralake.core.ConstructException when the id is not that of a topic, or the pipeline does not have a
     *     parameter that is given
     */
    public CustomEventTrigger(Construct scope, String id, CustomEventTriggerProps props) {
        super(scope, id);
        PipelineRun run = props.run();
        run.check(this);
        ImportedId topic = new ImportedId(this, props.topicId(), "Microsoft.EventGrid/topics");
        new DataFactoryTriggerCustomEvent(
                this,
                "Resource",
                DataFactoryTriggerCustomEventConfig.builder()
                        .name(ArtifactName.check(this, props.name()))
                        .dataFactoryId(run.pipeline().factory().factoryId())
                        .eventgridTopicId(topic.toString())
                        .events(props.eventTypes())
                        .subjectBeginsWith(props.subjectPrefix())
                        .activated(true)
                        .pipeline(List.of(DataFactoryTriggerCustomEventPipeline.builder()
                                .name(run.pipeline().pipelineName())
                                .parameters(run.arguments())
                                .build()))
                        .build());
    }
}
