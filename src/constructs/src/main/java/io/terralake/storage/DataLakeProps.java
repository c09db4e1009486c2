package io.terralake.storage;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link DataLake}.
 *
 * @param name the storage account's name, 3 to 24 lower-case letters and digits; @default derived from the platform's
 * @param replication @default {@link Replication#LRS}
 * @param softDeleteDays how long deleted blobs and filesystems can be recovered, 1 to 365 days; @default 7
 * @param encryption a key of one's own that data is encrypted with; @default a key of Microsoft's
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record DataLakeProps(
        @Nullable String name,
        @Nullable Replication replication,
        @Nullable Integer softDeleteDays,
        @Nullable IEncryptionKey encryption,
        @Nullable RemovalPolicy removalPolicy) {

    public DataLakeProps {
        replication = replication == null ? Replication.LRS : replication;
        softDeleteDays = Limits.check("soft delete", softDeleteDays == null ? 7 : softDeleteDays, 1, 365, "days");
    }

    public static DataLakePropsBuilder builder() {
        return DataLakePropsBuilder.builder();
    }
}
