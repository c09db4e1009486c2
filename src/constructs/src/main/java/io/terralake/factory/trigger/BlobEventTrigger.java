package io.terralake.factory.trigger;

import io.terralake.factory.FactoryNames;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEvent;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEventConfig;
import com.hashicorp.cdktf.providers.azurerm.data_factory_trigger_blob_event.DataFactoryTriggerBlobEventPipeline;
import io.terralake.core.PlatformStack;
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
                        .name(PlatformStack.of(scope).nameOf(this, FactoryNames.ARTIFACT, props.name()))
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
                                .parameters(run.parametersOrNull())
                                .build()))
                        .build());
    }
}
