package io.terralake.cosmos;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_role_assignment.CosmosdbSqlRoleAssignment;
import com.hashicorp.cdktf.providers.azurerm.cosmosdb_sql_role_assignment.CosmosdbSqlRoleAssignmentConfig;
import io.terralake.core.Contract;
import io.terralake.identity.Principal;
import io.terralake.identity.Role;
import software.constructs.Construct;

/**
 * A built-in role for the data of an account. Such roles are Cosmos DB's own, not Azure's.
 *
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/nosql/reference-data-plane-roles">Azure Cosmos DB for NoSQL: data plane
 *     roles</a>
 */
record CosmosRole(ICosmosAccount account, String azureName, String definition) implements Role {

    /** Reads data. */
    static CosmosRole reader(ICosmosAccount account) {
        return new CosmosRole(account, "Cosmos DB Built-in Data Reader", "00000000-0000-0000-0000-000000000001");
    }

    /** Reads, writes and deletes data, and calls stored procedures. */
    static CosmosRole contributor(ICosmosAccount account) {
        return new CosmosRole(account, "Cosmos DB Built-in Data Contributor", "00000000-0000-0000-0000-000000000002");
    }

    @Override
    public TerraformResource assign(Construct scope, String scopeId, Principal principal) {
        String accountId = Contract.ask(scope, account, "accountId", account::accountId);
        return new CosmosdbSqlRoleAssignment(
                scope,
                "Resource",
                CosmosdbSqlRoleAssignmentConfig.builder()
                        .accountName(Contract.ask(scope, account, "accountName", account::accountName))
                        .resourceGroupName(Contract.ask(
                                scope, account, "accountResourceGroupName", account::accountResourceGroupName))
                        .roleDefinitionId(accountId + "/sqlRoleDefinitions/" + definition)
                        .scope(scopeId)
                        .principalId(principal.principalId())
                        .build());
    }
}
