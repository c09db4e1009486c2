package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.cosmos.Throughput;
import io.terralake.settings.Checked;
import io.terralake.settings.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * How an account of Cosmos DB is paid for and where its data stands.
 *
 * @param maxThroughput what it scales to, 1,000 to 1,000,000 request units a second in steps of 1,000; it scales down to a tenth;
 *     @default none: serverless, paid by the request
 * @param zoneRedundant whether the data stands in three availability zones; @default false
 */
@RecordBuilder
public record CosmosSettings(
        @Nullable @Min(Throughput.STEP) @Max(Throughput.MOST) @JsonPropertyDescription("request units a second that it scales to, in steps of 1,000; default serverless")
        Integer maxThroughput,

        @Nullable @JsonPropertyDescription("whether the data stands in three availability zones; default false")
        Boolean zoneRedundant)
        implements Checked {
    public CosmosSettings {
        zoneRedundant = zoneRedundant != null && zoneRedundant;
    }

    @Override
    public void check(Problems problems) {
        if (maxThroughput != null && maxThroughput % Throughput.STEP != 0) {
            problems.add("/maxThroughput", "%d is not allowed: steps of %d".formatted(maxThroughput, Throughput.STEP));
        }
    }
}
