package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.apimanagement.Tier;
import io.terralake.settings.Checked;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.GroupSettings;
import io.terralake.settings.NetworkMode;
import io.terralake.settings.Problems;
import io.terralake.settings.SectionSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link UsedCars} has of its own in an environment.
 *
 * @param throughputUnits what the event hub has at the least, 1 to 40; @default 1
 * @param maximumThroughputUnits what it grows to by itself, at least {@code throughputUnits}; @default 4, or
 *     {@code throughputUnits} when that is more
 * @param listingsPerRun how many listings are made at a time, 0 to 1000; 0 for none at all; @default 10
 * @param minutesBetweenRuns how often, 1 to 1440; @default 5
 * @param cosmos the database of readers; @default serverless, in one zone
 * @param apiTier the tier of API Management; @default {@link Tier#DEVELOPER}, in private mode {@link Tier#STANDARD_V2}
 * @param readers groups of Entra that may read: by the API, and under the same names in Databricks; @default nobody
 */
@RecordBuilder
@JsonClassDescription("what used-cars has of its own")
public record UsedCarsSettings(
        @Nullable @Min(1) @Max(40) @JsonPropertyDescription("throughput units of the event hub at the least; default 1")
        Integer throughputUnits,

        @Nullable @Min(1) @Max(40) @JsonPropertyDescription("throughput units that it grows to by itself; default 4, or the least")
        Integer maximumThroughputUnits,

        @Nullable @Min(0) @Max(1000) @JsonPropertyDescription("listings that are made at a time, 0 for none at all; default 10")
        Integer listingsPerRun,

        @Nullable @Min(1) @Max(1440) @JsonPropertyDescription("minutes between two times; default 5")
        Integer minutesBetweenRuns,

        @Nullable @JsonPropertyDescription("the database of readers; default serverless, in one zone")
        CosmosSettings cosmos,

        @Nullable @JsonPropertyDescription(
                "tier of API Management, all but CONSUMPTION; default DEVELOPER, in private mode STANDARD_V2")
        Tier apiTier,

        @Nullable @Size(max = 100) @JsonPropertyDescription("groups of Entra that may read; default nobody")
        List<GroupSettings> readers)
        implements Checked, SectionSettings {

    public UsedCarsSettings {
        throughputUnits = throughputUnits == null ? Integer.valueOf(1) : throughputUnits;
        maximumThroughputUnits =
                maximumThroughputUnits == null ? Integer.valueOf(Math.max(4, throughputUnits)) : maximumThroughputUnits;
        listingsPerRun = listingsPerRun == null ? Integer.valueOf(10) : listingsPerRun;
        minutesBetweenRuns = minutesBetweenRuns == null ? Integer.valueOf(5) : minutesBetweenRuns;
        cosmos = cosmos == null ? new CosmosSettings(null, null) : cosmos;
        readers = readers == null ? List.of() : List.copyOf(readers);
    }

    @Override
    public void check(Problems problems) {
        if (maximumThroughputUnits < throughputUnits) {
            problems.add(
                    "/maximumThroughputUnits",
                    "%d is less than throughputUnits, which is %d".formatted(maximumThroughputUnits, throughputUnits));
        }
        if (apiTier == Tier.CONSUMPTION) {
            problems.add("/apiTier", "CONSUMPTION is not allowed: it does not limit how often a reader calls");
        }
        GroupSettings.checkDistinct(readers, "/readers", problems);
    }

    @Override
    public void check(EnvironmentSettings settings, Problems problems) {
        if (settings.network().mode() == NetworkMode.PRIVATE
                && !tier(NetworkMode.PRIVATE).integratesNetworks()) {
            problems.add(
                    "/apiTier",
                    "%s reaches no functions in a private network: STANDARD_V2 and PREMIUM_V2 do".formatted(apiTier));
        }
        if (cosmos.zoneRedundant() && !settings.location().hasZones()) {
            problems.add(
                    "/cosmos/zoneRedundant",
                    "is not possible, %s has no availability zones"
                            .formatted(settings.location().displayName()));
        }
    }

    /** The tier of API Management in a network. */
    Tier tier(NetworkMode mode) {
        if (apiTier != null) {
            return apiTier;
        }
        return mode == NetworkMode.PRIVATE ? Tier.STANDARD_V2 : Tier.DEVELOPER;
    }
}
