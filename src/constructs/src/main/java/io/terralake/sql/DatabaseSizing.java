package io.terralake.sql;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Region;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a database runs on and how long its backups are kept.
 *
 * @param skuName the compute size, such as {@code GP_S_Gen5_1} (serverless) or {@code GP_Gen5_2}; @default
 *     {@code GP_S_Gen5_1}
 * @param autoPauseMinutes serverless only: minutes without work until the database pauses, 15 to 10080, or -1 for never;
 *     @default 60 for serverless
 * @param zoneRedundant whether replicas stand in several availability zones; @default false
 * @param backupStorage @default {@link BackupStorage#LOCAL}
 * @param pointInTimeDays how far back the database can be restored to any moment, 1 to 35 days; @default 7
 * @param weeklyBackups for how many weeks a weekly backup is kept, 1 to 520; @default none
 * @param monthlyBackups for how many months a monthly backup is kept, 1 to 120; @default none
 */
@RecordBuilder
public record DatabaseSizing(
        @Nullable @Pattern(regexp = ComputeSize.REGEX) @JsonPropertyDescription("compute size, such as GP_S_Gen5_1 (serverless, the default) or GP_Gen5_2")
        String skuName,

        @Nullable @Min(-1) @Max(10080) @JsonPropertyDescription("serverless: idle minutes until the database pauses, 15 to 10080, -1 for never")
        Integer autoPauseMinutes,

        @Nullable @JsonPropertyDescription("whether replicas stand in several availability zones; default false")
        Boolean zoneRedundant,

        @Nullable @JsonPropertyDescription("where backups are kept: Local (default), Zone, Geo, GeoZone")
        BackupStorage backupStorage,

        @Nullable @Min(1) @Max(35) @JsonPropertyDescription("days of point-in-time restore; default 7")
        Integer pointInTimeDays,

        @Nullable @Min(1) @Max(520) @JsonPropertyDescription("weeks that a weekly backup is kept; default none")
        Integer weeklyBackups,

        @Nullable @Min(1) @Max(120) @JsonPropertyDescription("months that a monthly backup is kept; default none")
        Integer monthlyBackups) {
    private static final int NEVER = -1;
    private static final int SHORTEST_PAUSE = 15;
    private static final int LONGEST_PAUSE = 10080;

    public DatabaseSizing {
        skuName = skuName == null ? "GP_S_Gen5_1" : skuName;
        autoPauseMinutes =
                autoPauseMinutes == null && skuName.startsWith("GP_S_") ? Integer.valueOf(60) : autoPauseMinutes;
        zoneRedundant = zoneRedundant != null && zoneRedundant;
        backupStorage = backupStorage == null ? BackupStorage.LOCAL : backupStorage;
        pointInTimeDays = pointInTimeDays == null ? Integer.valueOf(7) : pointInTimeDays;
    }

    public static DatabaseSizingBuilder builder() {
        return DatabaseSizingBuilder.builder();
    }

    /** Whether compute is billed by use. */
    @JsonIgnore
    public boolean isServerless() {
        return size().isServerless();
    }

    /** Whether old backups are kept beyond point-in-time restore. */
    @JsonIgnore
    public boolean hasLongTermBackups() {
        return weeklyBackups != null || monthlyBackups != null;
    }

    /** @throws IllegalArgumentException when there is no such size */
    ComputeSize size() {
        return ComputeSize.of(String.valueOf(skuName));
    }

    /** What Azure would not accept, if anything. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        checkPeriod("weeklyBackups", weeklyBackups, 520, problems);
        checkPeriod("monthlyBackups", monthlyBackups, 120, problems);
        try {
            ComputeSize size = size();
            checkPause(size, problems);
            checkPeriod("pointInTimeDays", pointInTimeDays, size.mostPointInTimeDays(), problems);
            if (Boolean.TRUE.equals(zoneRedundant) && !size.spansZones()) {
                problems.add("%s databases cannot be zone-redundant".formatted(skuName));
            } else if (Boolean.TRUE.equals(zoneRedundant) && size.isHyperscale() && !backupsSpanZones()) {
                // The backups of Hyperscale are snapshots in the storage of the data.
                problems.add("backupStorage is %s, but %s databases that are zone-redundant need Zone or GeoZone"
                        .formatted(azureName(), skuName));
            }
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        return problems;
    }

    /** What Azure would not accept in a region, if anything; beside {@link #problems()}. */
    public List<String> problems(Region region) {
        Optional<String> redundant =
                region.problem(Boolean.TRUE.equals(zoneRedundant), false).map("zoneRedundant %s"::formatted);
        return Stream.of(redundant, Objects.requireNonNull(backupStorage).problem(region))
                .flatMap(Optional::stream)
                .toList();
    }

    private void checkPause(ComputeSize size, List<String> problems) {
        if (autoPauseMinutes == null) {
            return;
        }
        if (!size.pauses()) {
            problems.add("autoPauseMinutes is %d, but only serverless sizes such as GP_S_Gen5_1 pause, not %s"
                    .formatted(autoPauseMinutes, skuName));
        } else if (autoPauseMinutes != NEVER
                && (autoPauseMinutes < SHORTEST_PAUSE || autoPauseMinutes > LONGEST_PAUSE)) {
            problems.add("autoPauseMinutes is %d, allowed are %d to %d, or -1 for never"
                    .formatted(autoPauseMinutes, SHORTEST_PAUSE, LONGEST_PAUSE));
        } else if (autoPauseMinutes != NEVER && hasLongTermBackups()) {
            problems.add("a database that pauses has no long-term backups: set autoPauseMinutes to -1,"
                    + " or leave weeklyBackups and monthlyBackups out");
        }
    }

    private boolean backupsSpanZones() {
        return backupStorage == BackupStorage.ZONE || backupStorage == BackupStorage.GEO_ZONE;
    }

    private String azureName() {
        return backupStorage == null ? "" : backupStorage.azureName();
    }

    private void checkPeriod(String name, @Nullable Integer value, int most, List<String> problems) {
        if (value != null && (value < 1 || value > most)) {
            problems.add("%s is %d, allowed are 1 to %d for %s".formatted(name, value, most, skuName));
        }
    }
}
