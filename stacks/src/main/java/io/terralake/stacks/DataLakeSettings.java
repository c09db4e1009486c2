package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.Checked;
import io.terralake.settings.Problems;
import io.terralake.storage.Replication;
import io.terralake.storage.StorageNames;
import io.terralake.storage.Tiering;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data lake.
 *
 * @param replication @default {@link Replication#LRS}
 * @param softDeleteDays how long deleted data can be recovered, 1 to 365 days; @default 7
 * @param zones the filesystems, by name, and when their blobs move to cheaper tiers
 */
@RecordBuilder
public record DataLakeSettings(
        @Nullable @JsonPropertyDescription("copies of the data: LRS (default), ZRS, GRS, RAGRS, GZRS, RAGZRS")
        Replication replication,

        @Nullable @Min(1) @Max(365) @JsonPropertyDescription("days that deleted data can be recovered; default 7")
        Integer softDeleteDays,

        @NotNull @NotEmpty @JsonPropertyDescription("filesystems by name, with the days until blobs change tiers")
        Map<String, Tiering> zones)
        implements Checked {

    public DataLakeSettings {
        replication = replication == null ? Replication.LRS : replication;
        zones = Collections.unmodifiableMap(new LinkedHashMap<>(zones));
    }

    @Override
    public void check(Problems problems) {
        long tiered =
                zones.values().stream().filter(tiering -> !tiering.isEmpty()).count();
        if (tiered > Tiering.MOST_ZONES) {
            problems.add(
                    "/zones", "%d zones with tiers are not allowed: %d at most".formatted(tiered, Tiering.MOST_ZONES));
        }
        zones.forEach((name, tiering) -> {
            String pointer = "/zones/" + name;
            problems.capture(pointer, () -> StorageNames.CONTAINER.check(name));
            tiering.problems(replication).forEach(problem -> problems.add(pointer, problem));
        });
    }
}
