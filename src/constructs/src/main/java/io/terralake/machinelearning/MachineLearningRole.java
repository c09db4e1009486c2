package io.terralake.machinelearning;

import io.terralake.identity.Role;

/**
 * The built-in roles for a workspace and what is in it.
 *
 * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-assign-roles">Manage access to Azure Machine Learning
 *     workspaces</a>
 */
public enum MachineLearningRole implements Role {
    /** Makes, changes and deletes compute, and starts and stops it. */
    COMPUTE_OPERATOR("AzureML Compute Operator"),
    /** Does everything in a workspace but make and delete compute, and change the workspace itself. */
    DATA_SCIENTIST("AzureML Data Scientist"),
    /** Approves the private endpoints of a workspace's managed network. */
    NETWORK_CONNECTION_APPROVER("Azure AI Enterprise Network Connection Approver");

    private final String azureName;

    MachineLearningRole(String azureName) {
        this.azureName = azureName;
    }

    @Override
    public String azureName() {
        return azureName;
    }
}
