package io.terralake.stacks;

import com.hashicorp.cdktf.TerraformResource;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.cosmos.Backup;
import io.terralake.cosmos.CapacityMode;
import io.terralake.cosmos.CosmosAccount;
import io.terralake.cosmos.CosmosAccountProps;
import io.terralake.cosmos.CosmosContainer;
import io.terralake.cosmos.CosmosContainerProps;
import io.terralake.cosmos.CosmosDatabase;
import io.terralake.cosmos.CosmosDatabaseProps;
import io.terralake.cosmos.IndexedPath;
import io.terralake.cosmos.Indexing;
import io.terralake.keyvault.IEncryptionKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Listings for readers: an item for each, by registration and day. */
final class CarsStore extends StackPart {
    private final CosmosAccount account;
    private final CosmosDatabase database;
    private final CosmosContainer container;

    CarsStore(Construct scope, String id, CosmosSettings settings, @Nullable IEncryptionKey encryption) {
        super(scope, id);
        Integer throughput = settings.maxThroughput();
        this.account = new CosmosAccount(
                this,
                "Account",
                CosmosAccountProps.builder()
                        .capacityMode(throughput == null ? CapacityMode.SERVERLESS : CapacityMode.AUTOSCALE)
                        .zoneRedundant(settings.zoneRedundant())
                        .backup(
                                PlatformStack.of(this).protection().isRetained(null)
                                        ? Backup.CONTINUOUS_30_DAYS
                                        : Backup.CONTINUOUS_7_DAYS)
                        .encryption(encryption)
                        .build());
        this.database = new CosmosDatabase(
                this,
                "Database",
                CosmosDatabaseProps.builder().account(account).name("market").build());
        this.container = new CosmosContainer(
                this,
                "Cars",
                CosmosContainerProps.builder()
                        .database(database)
                        .name("cars")
                        .partitionKey(List.of("/Rego"))
                        .indexing(indexing())
                        .maxThroughput(throughput)
                        .build());
    }

    CosmosAccount account() {
        return account;
    }

    CosmosDatabase database() {
        return database;
    }

    CosmosContainer container() {
        return container;
    }

    /** What changes the account. */
    List<TerraformResource> changes() {
        return getNode().findAll().stream()
                .filter(TerraformResource.class::isInstance)
                .map(TerraformResource.class::cast)
                .toList();
    }

    /** A list of all listings is sorted by the first two, page by page. */
    private static Indexing indexing() {
        return Indexing.builder()
                .composite(List.of(List.of(IndexedPath.ascending("/Rego"), IndexedPath.ascending("/id"))))
                .build();
    }
}
