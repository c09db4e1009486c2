package io.terralake.cosmos;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What databases made here and imported databases have in common. */
abstract class AbstractCosmosDatabase extends StackPart implements ICosmosDatabase {

    AbstractCosmosDatabase(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final Grant grantRead(Principal principal) {
        return RoleGrant.of(this, dataId(), CosmosRole.reader(account()), principal);
    }

    @Override
    public final Grant grantWrite(Principal principal) {
        return RoleGrant.of(this, dataId(), CosmosRole.contributor(account()), principal);
    }

    /** What Cosmos DB's own roles call it. */
    private String dataId() {
        return "%s/dbs/%s".formatted(account().accountId(), databaseName());
    }
}
