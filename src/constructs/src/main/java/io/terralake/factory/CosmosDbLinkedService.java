package io.terralake.factory;

import com.hashicorp.cdktf.Fn;
import com.hashicorp.cdktf.Token;
import io.terralake.core.ConstructException;
import io.terralake.identity.Deployer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import software.constructs.Construct;

/**
 * A factory's connection to a database of a Cosmos DB account (API for NoSQL). The factory needs a data-plane role in
 * the account.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/connector-azure-cosmos-db">Azure Cosmos DB for NoSQL
 *     connector</a>
 */
public final class CosmosDbLinkedService extends Construct implements LinkedService {
    private static final Pattern ID = Pattern.compile(
            "/subscriptions/[^/]+/resourceGroups/[^/]+/providers/Microsoft\\.DocumentDB/databaseAccounts/[^/]+");
    private static final int SUBSCRIPTION = 2;
    private static final int RESOURCE_GROUP = 4;

    private final IDataFactory factory;
    private final String linkedServiceName;

    /** @throws ConstructException when the account's id is that of something else */
    public CosmosDbLinkedService(Construct scope, String id, CosmosDbLinkedServiceProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        requireAccount(props.accountId());
        this.factory = props.factory();
        this.linkedServiceName = LinkedServiceResource.add(
                this,
                factory,
                props.name(),
                "CosmosDb",
                LinkedServiceResource.json(Map.of(
                        "accountEndpoint", props.endpoint(),
                        "database", props.database(),
                        "resourceGroup", part(props.accountId(), RESOURCE_GROUP),
                        "subscriptionId", part(props.accountId(), SUBSCRIPTION),
                        "tenantId", Deployer.of(scope).tenantId())));
    }

    @Override
    public IDataFactory factory() {
        return factory;
    }

    @Override
    public String linkedServiceName() {
        return linkedServiceName;
    }

    private void requireAccount(String accountId) {
        if (!Token.isUnresolved(accountId) && !ID.matcher(accountId).matches()) {
            throw new ConstructException(
                    this,
                    ("\"%s\" is not the id of a Cosmos DB account: /subscriptions/<id>/resourceGroups/<name>/providers"
                                    + "/Microsoft.DocumentDB/databaseAccounts/<name>")
                            .formatted(accountId));
        }
    }

    /** A part of an Azure id, {@code /subscriptions/<id>/resourceGroups/<name>/…}, also of one that is not known yet. */
    private static String part(String azureId, int index) {
        return Token.isUnresolved(azureId)
                ? Token.asString(Fn.element(Fn.split("/", azureId), index))
                : List.of(azureId.split("/")).get(index);
    }
}
