package io.terralake.factory;

import io.terralake.core.ImportedId;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.identity.Deployer;
import java.util.Map;
import software.constructs.Construct;

/**
 * A factory's connection to a database of a Cosmos DB account (API for NoSQL). The factory needs a data-plane role in
 * the account.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-cosmos-db">Azure Cosmos DB for NoSQL
 *     connector</a>
 */
public final class CosmosDbLinkedService extends StackPart implements LinkedService {
    private final IDataFactory factory;
    private final String linkedServiceName;

    /** @throws io.terralake.core.ConstructException when the account's id is that of something else */
    public CosmosDbLinkedService(Construct scope, String id, CosmosDbLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        ImportedId account = new ImportedId(this, props.accountId(), "Microsoft.DocumentDB/databaseAccounts");
        this.factory = props.factory();
        this.linkedServiceName = LinkedServiceResource.add(
                this,
                factory,
                props.name(),
                "CosmosDb",
                LinkedServiceResource.json(Map.of(
                        "accountEndpoint", props.endpoint(),
                        "database", props.database(),
                        "resourceGroup", account.resourceGroupName(),
                        "subscriptionId", account.subscriptionId(),
                        "tenantId", Deployer.of(scope).tenantId())),
                LinkedServiceOptions.of(this, factory, props.runtime(), props.credential(), props.notes()));
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }
}
