package io.terralake.machinelearning;

import io.terralake.core.StackPart;
import io.terralake.identity.GeneralRole;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What workspaces made here and imported workspaces have in common. */
abstract class AbstractMachineLearningWorkspace extends StackPart implements IMachineLearningWorkspace {
    static final String TYPE = "Microsoft.MachineLearningServices/workspaces";

    /** The newest that has everything here without being a preview. */
    static final String API = "2025-06-01";

    AbstractMachineLearningWorkspace(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final Grant grantRegister(Principal principal) {
        return RoleGrant.of(this, workspaceId(), MachineLearningRole.DATA_SCIENTIST, principal);
    }

    @Override
    public Grant grantExperiment(Principal principal) {
        return RoleGrant.of(this, workspaceId(), MachineLearningRole.DATA_SCIENTIST, principal);
    }

    @Override
    public final Grant grantRead(Principal principal) {
        return RoleGrant.of(this, workspaceId(), GeneralRole.READER, principal);
    }
}
