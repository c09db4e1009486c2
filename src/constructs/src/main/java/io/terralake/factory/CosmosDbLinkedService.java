package io.terralake.factory;

import com.hashicorp.cdktf.Fn;
import com.hashicorp.cdktf.Token;
import io.terralake.identity.Deployer;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * A factory's connection to a database of a Cosmos DB account (API for NoSQL). The factory needs a data-plane role in
 * the account.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-cosmos-db">Azure Cosmos DB for NoSQL
 *     connector</a>
 */
public final class CosmosDbLinkedService extends CustomLinkedService {
    private static final int SUBSCRIPTION = 2;
    private static final int RESOURCE_GROUP = 4;

    /**
     * @param name the name in the factory
     * @param accountId the Azure id of the account
     * @param endpoint the account's address, such as {@code https://cosmos-cars.documents.azure.com:443/}
     * @param database the database's name
     */
    public CosmosDbLinkedService(
            Construct scope,
            String id,
            DataFactory factory,
            String name,
            String accountId,
            String endpoint,
            String database) {
        super(
                scope,
                id,
                factory,
                name,
                "CosmosDb",
                Map.of(
                        "accountEndpoint", endpoint,
                        "database", database,
                        "resourceGroup", part(accountId, RESOURCE_GROUP),
                        "subscriptionId", part(accountId, SUBSCRIPTION),
                        "tenantId", Deployer.of(scope).tenantId()));
    }

    /** A part of an Azure id, {@code /subscriptions/<id>/resourceGroups/<name>/…}, also of one that is not known yet. */
    private static String part(String azureId, int index) {
        return Token.isUnresolved(azureId)
                ? Token.asString(Fn.element(Fn.split("/", azureId), index))
                : List.of(azureId.split("/")).get(index);
    }
}
