package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.factory.ArtifactNotes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link ScheduleTrigger}.
 *
 * @param name the name in the factory
 * @param schedule when it fires
 * @param runs what is started, at least one pipeline
 * @param started whether it starts what it is for; @default true
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record ScheduleTriggerProps(
        String name,
        Schedule schedule,
        List<PipelineRun> runs,
        @Nullable Boolean started,
        @Nullable ArtifactNotes notes) {

    /** @throws IllegalArgumentException when nothing is started, or the notes have a folder */
    public ScheduleTriggerProps {
        runs = PipelineRun.checked(runs);
        started = started == null || started;
        notes = ArtifactNotes.withoutFolder(notes, "trigger");
    }

    public static ScheduleTriggerPropsBuilder builder() {
        return ScheduleTriggerPropsBuilder.builder();
    }
}
