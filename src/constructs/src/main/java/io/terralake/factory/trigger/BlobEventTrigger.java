package io.terralake.factory.trigger;

import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEvent;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEventConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEventPipeline;
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

/** Starts a pipeline when a file appears in, or disappears from, a zone. */
public final class BlobEventTrigger extends StackPart {

    /**
     * @throws io.terralake.core.ConstructException when the lake has no such zone, or the pipeline does not have a parameter
     *     that is given
     */
    public BlobEventTrigger(Construct scope, String id, BlobEventTriggerProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        ArtifactNotes notes = Objects.requireNonNull(props.notes());
        IDataFactory factory = PipelineRun.check(this, props.runs(), Set.of(Origin.TRIGGER, Origin.TRIGGER_BODY));
        String folder = props.folder();
        String zone = props.lake().zone(props.zone()).zoneName();
        new DataFactoryTriggerBlobEvent(
                this,
                "Resource",
                DataFactoryTriggerBlobEventConfig.builder()
                        .name(Literals.of(ArtifactName.claim(this, factory, ArtifactKind.TRIGGER, props.name())))
                        .dataFactoryId(factory.factoryId())
                        .storageAccountId(props.lake().accountId())
                        .events(props.events().stream()
                                .map(BlobEventTriggerProps.Event::azureName)
                                .distinct()
                                .toList())
                        .blobPathBeginsWith(
                                Literals.of("/%s/blobs/%s".formatted(zone, folder == null ? "" : folder + "/")))
                        .blobPathEndsWith(Literals.of(props.suffix()))
                        // A file appears empty first and is written then.
                        .ignoreEmptyBlobs(true)
                        .activated(props.started())
                        .description(notes.descriptionLiteral())
                        .annotations(notes.annotationLiterals())
                        .pipeline(props.runs().stream()
                                .map(run -> DataFactoryTriggerBlobEventPipeline.builder()
                                        .name(run.pipeline().pipelineName())
                                        .parameters(run.arguments())
                                        .build())
                                .toList())
                        .build());
    }
}
