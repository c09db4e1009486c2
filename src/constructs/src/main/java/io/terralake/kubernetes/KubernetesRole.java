package io.terralake.kubernetes;

import io.terralake.identity.Role;

/**
 * The built-in roles for clusters, for what is in them, and for what a cluster works with.
 *
 * @see <a href="https://learn.microsoft.com/azure/aks/manage-azure-rbac">Use Azure role-based access control for Kubernetes
 *     authorization</a>
 */
public enum KubernetesRole implements Role {
    /** Gets the address of a cluster and logs in. */
    CLUSTER_USER("Azure Kubernetes Service Cluster User Role"),
    /** Does everything in a cluster. */
    RBAC_CLUSTER_ADMIN("Azure Kubernetes Service RBAC Cluster Admin"),
    /** Reads what is in namespaces, but for secrets. */
    RBAC_READER("Azure Kubernetes Service RBAC Reader"),
    /** Writes to namespaces, but for roles and their bindings. */
    RBAC_WRITER("Azure Kubernetes Service RBAC Writer"),
    /** Puts nodes and load balancers into a network. */
    NETWORK_CONTRIBUTOR("Network Contributor"),
    /** Registers the address of a cluster. */
    PRIVATE_DNS_ZONE_CONTRIBUTOR("Private DNS Zone Contributor");

    private final String azureName;

    KubernetesRole(String azureName) {
        this.azureName = azureName;
    }

    @Override
    public String azureName() {
        return azureName;
    }
}
