package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.Checked;
import io.terralake.settings.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * What {@link UsedCars} has of its own in an environment.
 *
 * @param throughputUnits what the event hub has at the least, 1 to 40; @default 1
 * @param maximumThroughputUnits what it grows to by itself, at least {@code throughputUnits}; @default 4, or
 *     {@code throughputUnits} when that is more
 */
@RecordBuilder
@JsonClassDescription("what used-cars has of its own")
public record UsedCarsSettings(
        @Nullable @Min(1) @Max(40) @JsonPropertyDescription("throughput units of the event hub at the least; default 1")
        Integer throughputUnits,

        @Nullable @Min(1) @Max(40) @JsonPropertyDescription("throughput units that it grows to by itself; default 4, or the least")
        Integer maximumThroughputUnits)
        implements Checked {

    public UsedCarsSettings {
        throughputUnits = throughputUnits == null ? Integer.valueOf(1) : throughputUnits;
        maximumThroughputUnits =
                maximumThroughputUnits == null ? Integer.valueOf(Math.max(4, throughputUnits)) : maximumThroughputUnits;
    }

    @Override
    public void check(Problems problems) {
        if (maximumThroughputUnits < throughputUnits) {
            problems.add(
                    "/maximumThroughputUnits",
                    "%d is less than throughputUnits, which is %d".formatted(maximumThroughputUnits, throughputUnits));
        }
    }
}
