package io.terralake.cosmos;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link CosmosDatabase}.
 *
 * @param account what it is in; may be in another stack
 * @param name its name, 1 to 255 characters
 * @param maxThroughput what its containers together scale to, 1,000 to 1,000,000 request units a second in steps of 1,000, down to
 *     a tenth; @default none: containers have throughput of their own, or the account is serverless
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record CosmosDatabaseProps(
        ICosmosAccount account,
        String name,
        @Nullable Integer maxThroughput,
        @Nullable RemovalPolicy removalPolicy) {

    public static CosmosDatabasePropsBuilder builder() {
        return CosmosDatabasePropsBuilder.builder();
    }
}
