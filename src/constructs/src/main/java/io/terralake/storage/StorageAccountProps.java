package io.terralake.storage;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.settings.RemovalPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link StorageAccount}.
 *
 * @param purpose what it is for, in derived names, such as {@code ml}
 * @param name its name, 3 to 24 lower-case letters and digits; @default derived from the platform's
 * @param replication @default {@link Replication#LRS}
 * @param softDeleteDays how long deleted blobs and containers can be recovered, 1 to 365 days; @default 7
 * @param encryption a key of one's own that data is encrypted with; @default a key of Microsoft's
 * @param removalPolicy @default the environment's
 */
@RecordBuilder
public record StorageAccountProps(
        String purpose,
        @Nullable String name,
        @Nullable Replication replication,
        @Nullable Integer softDeleteDays,
        @Nullable IEncryptionKey encryption,
        @Nullable RemovalPolicy removalPolicy) {

    public StorageAccountProps {
        replication = replication == null ? Replication.LRS : replication;
        softDeleteDays = Limits.check(
                "soft delete", softDeleteDays == null ? SoftDelete.DEFAULT_DAYS : softDeleteDays, 1, 365, "days");
    }

    public static StorageAccountPropsBuilder builder() {
        return StorageAccountPropsBuilder.builder();
    }
}
