package io.terralake.storage;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.settings.RemovalPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link DataLake}.
 *
 * @param name the storage account's name, 3 to 24 lower-case letters and digits; @default derived from the platform's
 * @param purpose what it is for, in derived names, such as {@code images}; @default {@code lake}
 * @param replication @default {@link Replication#LRS}
 * @param softDeleteDays how long deleted blobs and filesystems can be recovered, 1 to 365 days; @default 7
 * @param resourceInstances Azure ids of resources whose identities come in past the firewall, where they need roles like everybody else,
 *     such as those of workflows; {@code *} in place of a name stands for all of the type in a resource group; up to 200;
 *     @default none
 * @param encryption a key of one's own that data is encrypted with; @default a key of Microsoft's
 * @param removalPolicy @default the environment's
 * @see <a href="https://learn.microsoft.com/azure/storage/common/storage-network-security-resource-instances">Create a resource
 *     instance network rule for Azure Storage</a>
 */
@RecordBuilder
public record DataLakeProps(
        @Nullable String name,
        @Nullable String purpose,
        @Nullable Replication replication,
        @Nullable Integer softDeleteDays,
        @Nullable List<String> resourceInstances,
        @Nullable IEncryptionKey encryption,
        @Nullable RemovalPolicy removalPolicy) {
    private static final int MOST_INSTANCES = 200;

    public DataLakeProps {
        replication = replication == null ? Replication.LRS : replication;
        softDeleteDays = Limits.check(
                "soft delete", softDeleteDays == null ? SoftDelete.DEFAULT_DAYS : softDeleteDays, 1, 365, "days");
        resourceInstances = resourceInstances == null ? List.of() : List.copyOf(resourceInstances);
        if (resourceInstances.size() > MOST_INSTANCES) {
            throw new IllegalArgumentException("%d resource instances are not allowed: %d at most"
                    .formatted(resourceInstances.size(), MOST_INSTANCES));
        }
    }

    public static DataLakePropsBuilder builder() {
        return DataLakePropsBuilder.builder();
    }
}
