package io.terralake.factory.trigger;

import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEvent;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEventConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEventPipeline;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.factory.ArtifactKind;
import io.terralake.factory.ArtifactName;
import io.terralake.factory.Literals;
import io.terralake.factory.expression.Origin;
import java.util.List;
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
        PipelineRun run = props.run();
        run.check(this, Set.of(Origin.TRIGGER, Origin.TRIGGER_BODY));
        String folder = props.folder();
        String zone = props.lake().zone(props.zone()).zoneName();
        new DataFactoryTriggerBlobEvent(
                this,
                "Resource",
                DataFactoryTriggerBlobEventConfig.builder()
                        .name(Literals.of(
                                ArtifactName.claim(this, run.pipeline().factory(), ArtifactKind.TRIGGER, props.name())))
                        .dataFactoryId(run.pipeline().factory().factoryId())
                        .storageAccountId(props.lake().accountId())
                        .events(List.of(props.event().azureName()))
                        .blobPathBeginsWith(
                                Literals.of("/%s/blobs/%s".formatted(zone, folder == null ? "" : folder + "/")))
                        .blobPathEndsWith(Literals.of(props.suffix()))
                        // A file appears empty first and is written then.
                        .ignoreEmptyBlobs(true)
                        .activated(true)
                        .pipeline(List.of(DataFactoryTriggerBlobEventPipeline.builder()
                                .name(run.pipeline().pipelineName())
                                .parameters(run.arguments())
                                .build()))
                        .build());
    }
}
