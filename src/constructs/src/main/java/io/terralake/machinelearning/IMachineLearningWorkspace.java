package io.terralake.machinelearning;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** A workspace, made here or imported. */
public interface IMachineLearningWorkspace extends IConstruct {

    /** The Azure id of the workspace. */
    String workspaceId();

    /** The name of the workspace. */
    String workspaceName();

    /**
     * Lets a program register datastores and data versions: what the deploy hook does, or a function of one's own. Azure has no smaller
     * role that writes either.
     */
    Grant grantRegister(Principal principal);

    /** Lets people or a workflow run jobs, register models and deploy them. In its storage they need a role too. */
    Grant grantExperiment(Principal principal);

    /** Lets a principal read what is in the workspace. */
    Grant grantRead(Principal principal);
}
