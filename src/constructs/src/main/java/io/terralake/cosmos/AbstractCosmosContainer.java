package io.terralake.cosmos;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What containers made here and imported containers have in common. */
abstract class AbstractCosmosContainer extends StackPart implements ICosmosContainer {

    AbstractCosmosContainer(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final Grant grantRead(Principal principal) {
        return RoleGrant.of(this, dataId(), CosmosRole.reader(database().account()), principal);
    }

    @Override
    public final Grant grantWrite(Principal principal) {
        return RoleGrant.of(this, dataId(), CosmosRole.contributor(database().account()), principal);
    }

    /** What Cosmos DB's own roles call it. */
    private String dataId() {
        return "%s/dbs/%s/colls/%s"
                .formatted(database().account().accountId(), database().databaseName(), containerName());
    }
}
