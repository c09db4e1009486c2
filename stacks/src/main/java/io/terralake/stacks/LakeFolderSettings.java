package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.Checked;
import io.terralake.settings.Problems;
import io.terralake.storage.LakeFolder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A folder of the lake, with all that is below it.
 *
 * @param zone the zone
 * @param folder the folder in it
 */
@RecordBuilder
public record LakeFolderSettings(
        @NotNull @Size(max = 63) @JsonPropertyDescription("zone of the lake")
        String zone,

        @NotNull @Size(max = 400) @JsonPropertyDescription("folder in the zone, with all that is below it")
        String folder)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.capture("/folder", () -> LakeFolder.check(folder));
    }
}
