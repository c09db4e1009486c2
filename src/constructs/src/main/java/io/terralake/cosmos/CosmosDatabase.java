package io.terralake.cosmos;

import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_database.CosmosdbSqlDatabase;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_database.CosmosdbSqlDatabaseAutoscaleSettings;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_database.CosmosdbSqlDatabaseConfig;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.TerraformText;
import software.constructs.Construct;

/** A database: what containers have in common. */
public final class CosmosDatabase extends AbstractCosmosDatabase {
    private final ICosmosAccount account;
    private final String databaseName;

    /** @throws io.terralake.core.ConstructException when the name or the throughput is not allowed */
    public CosmosDatabase(Construct scope, String id, CosmosDatabaseProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(this);
        this.account = props.account();
        Integer most = props.maxThroughput();
        Throughput.check(this, most, account);
        CosmosdbSqlDatabase resource = new CosmosdbSqlDatabase(
                this,
                "Resource",
                CosmosdbSqlDatabaseConfig.builder()
                        .name(TerraformText.literal(stack.nameOf(this, CosmosNames.DATABASE, props.name())))
                        .accountName(Contract.ask(this, account, "accountName", account::accountName))
                        .resourceGroupName(Contract.ask(
                                this, account, "accountResourceGroupName", account::accountResourceGroupName))
                        .autoscaleSettings(
                                most == null
                                        ? null
                                        : CosmosdbSqlDatabaseAutoscaleSettings.builder()
                                                .maxThroughput(most)
                                                .build())
                        .build());
        this.databaseName = resource.getName();
        stack.protection().retain(resource, props.removalPolicy());
    }

    /**
     * An existing database.
     *
     * @throws io.terralake.core.ConstructException when the id is not that of a database
     */
    public static ICosmosDatabase fromDatabaseId(Construct scope, String id, String databaseId) {
        return new ImportedCosmosDatabase(scope, id, databaseId);
    }

    @Override
    public ICosmosAccount account() {
        return account;
    }

    @Override
    public String databaseName() {
        return databaseName;
    }
}
