package io.terralake.cosmos;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link CosmosAccount}.
 *
 * @param name the account's name, 3 to 44 characters; @default derived from the platform's
 * @param capacityMode how requests are paid for, fixed at creation; @default {@link CapacityMode#SERVERLESS}
 * @param zoneRedundant whether the data stands in three availability zones, for a price when throughput is provisioned;
 *     @default false
 * @param backup @default {@link Backup#CONTINUOUS_7_DAYS}
 * @param encryption a key of one's own that data is encrypted with, fixed at creation; @default a key of Microsoft's
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record CosmosAccountProps(
        @Nullable String name,
        @Nullable CapacityMode capacityMode,
        @Nullable Boolean zoneRedundant,
        @Nullable Backup backup,
        @Nullable IEncryptionKey encryption,
        @Nullable RemovalPolicy removalPolicy) {

    public CosmosAccountProps {
        capacityMode = capacityMode == null ? CapacityMode.SERVERLESS : capacityMode;
        zoneRedundant = zoneRedundant != null && zoneRedundant;
        backup = backup == null ? Backup.CONTINUOUS_7_DAYS : backup;
    }

    public static CosmosAccountPropsBuilder builder() {
        return CosmosAccountPropsBuilder.builder();
    }
}
