package io.terralake.emulator.state;

/** Where the parts of Azure keep what they have; names in one are unknown in the others. */
public enum Space {
    /** Resources of Azure Resource Manager, by id. */
    RESOURCES,
    /** What was deleted and can come back, by the path that it is asked for by. */
    DELETED,
    /** Objects of Microsoft Graph, by path. */
    DIRECTORY,
    /** Secrets, by the vault's host and their path. */
    SECRETS,
    /** File systems and folders of data lakes, by host and path. */
    FILES,
    /** Deployments of packages of apps, by the host that they are published to and their id. */
    PACKAGES,
    /** Whatever a Databricks workspace has, by kind and name. */
    DATABRICKS,
    /** The templates of deployments, by the id of the deployment. */
    TEMPLATES
}
