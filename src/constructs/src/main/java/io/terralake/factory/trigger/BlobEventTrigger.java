package io.terralake.factory.trigger;

import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEvent;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEventConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEventPipeline;
import io.terralake.factory.ArtifactName;
import java.util.List;
import software.constructs.Construct;

/** Starts a pipeline when a file appears in, or disappears from, a zone. */
public final class BlobEventTrigger extends Construct {

    /**
     * @throws io.terralake.core.ConstructException when the lake has no such zone, or the pipeline does not have a parameter
     *     that is given
     */
    public BlobEventTrigger(Construct scope, String id, BlobEventTriggerProps props) {
        super(scope, id);
        PipelineRun run = props.run();
        run.check(this);
        String folder = props.folder();
        String zone = props.lake().zone(props.zone()).zoneName();
        new DataFactoryTriggerBlobEvent(
                this,
                "Resource",
                DataFactoryTriggerBlobEventConfig.builder()
                        .name(ArtifactName.check(this, props.name()))
                        .dataFactoryId(run.pipeline().factory().factoryId())
                        .storageAccountId(props.lake().accountId())
                        .events(List.of(props.event().azureName()))
                        .blobPathBeginsWith("/%s/blobs/%s".formatted(zone, folder == null ? "" : folder + "/"))
                        .blobPathEndsWith(props.suffix())
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
