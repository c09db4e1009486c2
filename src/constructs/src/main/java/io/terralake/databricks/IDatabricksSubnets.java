package io.terralake.databricks;

/** The two subnets of a Databricks workspace, made here or imported. */
public interface IDatabricksSubnets {

    /** The Azure id of the virtual network. */
    String virtualNetworkId();

    /** The subnet of the machines; Azure calls it the public subnet. */
    Delegated host();

    /** The subnet of the containers on them; Azure calls it the private subnet. */
    Delegated container();

    /**
     * A subnet that is delegated to Databricks.
     *
     * @param name its name
     * @param subnetId its Azure id
     * @param securityGroupAssociationId the Terraform id of its association with a security group
     */
    record Delegated(String name, String subnetId, String securityGroupAssociationId) {}
}
