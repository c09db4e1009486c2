package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.factory.ArtifactNotes;
import io.terralake.storage.IDataLake;
import io.terralake.storage.LakeFolder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link BlobEventTrigger}.
 *
 * @param name the name in the factory
 * @param events what happens to a file, at least one
 * @param lake the lake
 * @param zone the name of one of its zones
 * @param folder the folder in the zone, without a slash at its ends; @default the whole zone
 * @param suffix how the files' names end, such as {@code .csv}; @default all files
 * @param runs what is started, at least one pipeline; {@code @triggerBody().folderPath} and {@code @triggerBody().fileName} tell it the file
 * @param started whether it starts what it is for; @default true
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record BlobEventTriggerProps(
        String name,
        List<Event> events,
        IDataLake lake,
        String zone,
        @Nullable String folder,
        @Nullable String suffix,
        List<PipelineRun> runs,
        @Nullable Boolean started,
        @Nullable ArtifactNotes notes) {

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
        events = RequiredFields.copy(events);
        if (events != null && events.isEmpty()) {
            throw new IllegalArgumentException("a blob event trigger needs at least one event");
        }
        runs = PipelineRun.checked(runs);
        started = started == null || started;
        notes = ArtifactNotes.withoutFolder(notes, "trigger");
        LakeFolder.check(folder);
        EventFilter.check("folder", folder, "cars/raw");
        EventFilter.check("suffix", suffix, ".csv");
    }

    public static BlobEventTriggerPropsBuilder builder() {
        return BlobEventTriggerPropsBuilder.builder();
    }
}
