package io.terralake.factory.trigger;

import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_custom_event.DataFactoryTriggerCustomEvent;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_custom_event.DataFactoryTriggerCustomEventConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_custom_event.DataFactoryTriggerCustomEventPipeline;
import io.terralake.core.ImportedId;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactName;
import io.terralake.factory.ArtifactNotes;
import io.terralake.factory.IDataFactory;
import io.terralake.factory.Literals;
import io.terralake.factory.expression.Origin;
import java.util.Objects;
import java.util.Set;
import software.constructs.Construct;

/** Starts a pipeline by events of a custom Event Grid topic. */
public final class CustomEventTrigger extends StackPart {

    /**
     * @throws io.terralake.core.ConstructException when the id is not that of a topic, or the pipeline does not have a
     *     parameter that is given
     */
    public CustomEventTrigger(Construct scope, String id, CustomEventTriggerProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        ArtifactNotes notes = Objects.requireNonNull(props.notes());
        ImportedId topic = new ImportedId(this, props.topicId(), "Microsoft.EventGrid/topics");
        IDataFactory factory = PipelineRun.check(this, props.runs(), Set.of(Origin.TRIGGER, Origin.TRIGGER_BODY));
        new DataFactoryTriggerCustomEvent(
                this,
                "Resource",
                DataFactoryTriggerCustomEventConfig.builder()
                        .name(Literals.of(ArtifactName.claim(this, factory, ArtifactKind.TRIGGER, props.name())))
                        .dataFactoryId(factory.factoryId())
                        .eventgridTopicId(Literals.of(topic.toString()))
                        .events(Literals.of(props.eventTypes()))
                        .subjectBeginsWith(Literals.of(props.subjectPrefix()))
                        .subjectEndsWith(Literals.of(props.subjectSuffix()))
                        .activated(props.started())
                        .description(notes.descriptionLiteral())
                        .annotations(notes.annotationLiterals())
                        .pipeline(props.runs().stream()
                                .map(run -> DataFactoryTriggerCustomEventPipeline.builder()
                                        .name(run.pipeline().pipelineName())
                                        .parameters(run.arguments())
                                        .build())
                                .toList())
                        .build());
    }
}
