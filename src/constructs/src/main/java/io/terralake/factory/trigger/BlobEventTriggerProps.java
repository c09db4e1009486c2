package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.storage.IDataLake;
import io.terralake.storage.LakeFolder;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link BlobEventTrigger}.
 *
 * @param name the name in the factory
 * @param event what happens to a file
 * @param lake the lake
 * @param zone the name of one of its zones
 * @param folder the folder in the zone, without a slash at its ends; @default the whole zone
 * @param suffix how the files' names end, such as {@code .csv}; @default all files
 * @param run what is started; {@code @triggerBody().folderPath} and {@code @triggerBody().fileName} tell it the file
 */
@RecordBuilder
public record BlobEventTriggerProps(
        String name,
        Event event,
        IDataLake lake,
        String zone,
        @Nullable String folder,
        @Nullable String suffix,
        PipelineRun run) {

    /** What happens to a file. */
    public enum Event {
        CREATED("Microsoft.Storage.BlobCreated"),
        DELETED("Microsoft.Storage.BlobDeleted");

        private final String azureName;

        Event(String azureName) {
            this.azureName = azureName;
        }

        String azureName() {
            return azureName;
        }
    }

    public BlobEventTriggerProps {
        LakeFolder.check(folder);
        EventFilter.check("folder", folder, "cars/raw");
        EventFilter.check("suffix", suffix, ".csv");
    }

    public static BlobEventTriggerPropsBuilder builder() {
        return BlobEventTriggerPropsBuilder.builder();
    }
}
