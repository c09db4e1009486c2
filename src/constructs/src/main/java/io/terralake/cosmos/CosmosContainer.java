package io.terralake.cosmos;

import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_container.CosmosdbSqlContainer;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_container.CosmosdbSqlContainerAutoscaleSettings;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_container.CosmosdbSqlContainerConfig;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_container.CosmosdbSqlContainerIndexingPolicy;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_container.CosmosdbSqlContainerIndexingPolicyCompositeIndex;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_container.CosmosdbSqlContainerIndexingPolicyCompositeIndexIndex;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_container.CosmosdbSqlContainerIndexingPolicyExcludedPath;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_container.CosmosdbSqlContainerIndexingPolicyIncludedPath;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_container.CosmosdbSqlContainerUniqueKey;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_stored_procedure.CosmosdbSqlStoredProcedure;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_stored_procedure.CosmosdbSqlStoredProcedureConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.TerraformText;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A container: items as JSON, kept together and found by a partition key. */
public final class CosmosContainer extends AbstractCosmosContainer {
    private final ICosmosDatabase database;
    private final CosmosdbSqlContainer resource;
    private final String containerName;

    /** @throws ConstructException when the name or the throughput is not allowed */
    public CosmosContainer(Construct scope, String id, CosmosContainerProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        this.database = props.database();
        ICosmosAccount account = database.account();
        Integer most = props.maxThroughput();
        Throughput.check(this, most, account);
        boolean many = props.partitionKey().size() > 1;
        Duration timeToLive = props.timeToLive();
        this.resource = new CosmosdbSqlContainer(
                this,
                "Resource",
                CosmosdbSqlContainerConfig.builder()
                        .name(TerraformText.literal(stack.nameOf(this, CosmosNames.CONTAINER, props.name())))
                        .resourceGroupName(account.accountResourceGroupName())
                        .accountName(account.accountName())
                        .databaseName(database.databaseName())
                        .partitionKeyPaths(TerraformText.literal(props.partitionKey()))
                        .partitionKeyKind(many ? "MultiHash" : "Hash")
                        .partitionKeyVersion(2)
                        .indexingPolicy(policy(props.indexing()))
                        .defaultTtl(timeToLive == null ? null : timeToLive.toSeconds())
                        .uniqueKey(Objects.requireNonNull(props.uniqueKeys()).stream()
                                .map(paths -> CosmosdbSqlContainerUniqueKey.builder()
                                        .paths(TerraformText.literal(paths))
                                        .build())
                                .toList())
                        .autoscaleSettings(
                                most == null
                                        ? null
                                        : CosmosdbSqlContainerAutoscaleSettings.builder()
                                                .maxThroughput(most)
                                                .build())
                        .build());
        this.containerName = resource.getName();
        stack.protection().retain(resource, props.removalPolicy());
    }

    /**
     * An existing container.
     *
     * @throws ConstructException when the id is not that of a container
     */
    public static ICosmosContainer fromContainerId(Construct scope, String id, String containerId) {
        return new ImportedCosmosContainer(scope, id, containerId);
    }

    /**
     * Adds a stored procedure, which works within one partition.
     *
     * @param name its name, 1 to 255 characters
     * @param body a function in JavaScript
     * @throws ConstructException when the name is not allowed, or the body is empty
     */
    public void addStoredProcedure(String name, String body) {
        PlatformStack.of(this).nameOf(this, CosmosNames.STORED_PROCEDURE, name);
        if (body.isBlank()) {
            throw new ConstructException(this, "stored procedure \"%s\" is empty".formatted(name));
        }
        new CosmosdbSqlStoredProcedure(
                this,
                name,
                CosmosdbSqlStoredProcedureConfig.builder()
                        .name(TerraformText.literal(name))
                        .resourceGroupName(resource.getResourceGroupName())
                        .accountName(resource.getAccountName())
                        .databaseName(resource.getDatabaseName())
                        .containerName(resource.getName())
                        .body(TerraformText.literal(body))
                        .build());
    }

    @Override
    public ICosmosDatabase database() {
        return database;
    }

    @Override
    public String containerName() {
        return containerName;
    }

    private static @Nullable CosmosdbSqlContainerIndexingPolicy policy(@Nullable Indexing indexing) {
        return indexing == null
                ? null
                : CosmosdbSqlContainerIndexingPolicy.builder()
                        .indexingMode("consistent")
                        .includedPath(Objects.requireNonNull(indexing.included()).stream()
                                .map(path -> CosmosdbSqlContainerIndexingPolicyIncludedPath.builder()
                                        .path(TerraformText.literal(path))
                                        .build())
                                .toList())
                        .excludedPath(Objects.requireNonNull(indexing.excluded()).stream()
                                .map(path -> CosmosdbSqlContainerIndexingPolicyExcludedPath.builder()
                                        .path(TerraformText.literal(path))
                                        .build())
                                .toList())
                        .compositeIndex(Objects.requireNonNull(indexing.composite()).stream()
                                .map(CosmosContainer::compositeIndex)
                                .toList())
                        .build();
    }

    private static CosmosdbSqlContainerIndexingPolicyCompositeIndex compositeIndex(List<IndexedPath> paths) {
        return CosmosdbSqlContainerIndexingPolicyCompositeIndex.builder()
                .index(paths.stream()
                        .map(path -> CosmosdbSqlContainerIndexingPolicyCompositeIndexIndex.builder()
                                .path(TerraformText.literal(path.path()))
                                .order(path.descending() ? "Descending" : "Ascending")
                                .build())
                        .toList())
                .build();
    }
}
