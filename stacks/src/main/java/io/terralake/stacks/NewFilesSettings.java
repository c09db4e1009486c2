package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.Checked;
import io.terralake.settings.Problems;
import io.terralake.storage.LakeFolder;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Files that become datasets of Azure ML when they appear. The name up to its first dot is the dataset's.
 *
 * @param zone the zone of the lake
 * @param folder the folder in the zone, with all that is below it
 * @param suffix how the files' names end, such as {@code .csv}; @default all files
 */
@RecordBuilder
public record NewFilesSettings(
        @NotNull @Size(max = 63) @JsonPropertyDescription("zone of the lake")
        String zone,

        @NotNull @Size(max = 400) @JsonPropertyDescription("folder in the zone, with all that is below it")
        String folder,

        @Nullable @Pattern(regexp = "^[A-Za-z0-9._-]{1,100}$") @JsonPropertyDescription("how the files' names end, such as .csv; default all files")
        String suffix)
        implements Checked {

    @Override
    public void check(Problems problems) {
        problems.capture("/folder", () -> LakeFolder.check(folder));
    }
}
