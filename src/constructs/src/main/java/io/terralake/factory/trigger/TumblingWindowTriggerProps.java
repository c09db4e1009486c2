package io.terralake.factory.trigger;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.core.RequiredFields;
import io.terralake.factory.ArtifactNotes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link TumblingWindowTrigger}.
 *
 * @param name the name in the factory
 * @param window the windows
 * @param run what is started; {@code @trigger().outputs.windowStartTime} and {@code windowEndTime} tell it its window
 * @param dependsOn the windows of other triggers, or earlier ones of its own, that must have succeeded before, at most 5; @default none
 * @param started whether it starts what it is for; @default true
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record TumblingWindowTriggerProps(
        String name,
        TumblingWindow window,
        PipelineRun run,
        @Nullable List<WindowDependency> dependsOn,
        @Nullable Boolean started,
        @Nullable ArtifactNotes notes) {
    private static final int MOST_DEPENDENCIES = 5;

    /** @throws IllegalArgumentException when there are too many dependencies, or the notes have a folder */
    public TumblingWindowTriggerProps {
        dependsOn = RequiredFields.copyOrEmpty(dependsOn);
        Limits.check("number of dependencies", dependsOn.size(), 0, MOST_DEPENDENCIES, "");
        started = started == null || started;
        notes = ArtifactNotes.withoutFolder(notes, "trigger");
    }

    public static TumblingWindowTriggerPropsBuilder builder() {
        return TumblingWindowTriggerPropsBuilder.builder();
    }
}
