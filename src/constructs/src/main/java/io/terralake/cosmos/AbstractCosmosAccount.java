package io.terralake.cosmos;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What accounts made here and imported accounts have in common. */
abstract class AbstractCosmosAccount extends StackPart implements ICosmosAccount {

    AbstractCosmosAccount(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final String endpoint() {
        return "https://%s.documents.azure.com:443/".formatted(accountName());
    }

    @Override
    public final Grant grantRead(Principal principal) {
        return RoleGrant.of(this, accountId(), CosmosRole.reader(this), principal);
    }

    @Override
    public final Grant grantWrite(Principal principal) {
        return RoleGrant.of(this, accountId(), CosmosRole.contributor(this), principal);
    }
}
