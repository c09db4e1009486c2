package io.terralake.databricks;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** A Databricks workspace, made here or imported. */
public interface IDatabricksWorkspace extends IConstruct {

    /** The Azure id of the workspace. */
    String workspaceId();

    /** The workspace's address, such as {@code https://adb-1234567890123456.7.azuredatabricks.net}. */
    String url();

    /**
     * Makes a principal an administrator of the workspace. Databricks knows no smaller role in Azure; a factory that runs
     * jobs as itself needs it.
     */
    Grant grantManage(Principal principal);
}
