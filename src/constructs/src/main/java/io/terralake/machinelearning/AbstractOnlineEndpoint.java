package io.terralake.machinelearning;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What endpoints made here and imported endpoints have in common. */
abstract class AbstractOnlineEndpoint extends StackPart implements IOnlineEndpoint {

    AbstractOnlineEndpoint(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final Grant grantScore(Principal principal) {
        return RoleGrant.of(this, endpointId(), MachineLearningRole.DATA_SCIENTIST, principal);
    }
}
