package io.terralake.storage;

/** How access to a zone is given. Chosen once: another choice later is another Terraform resource. */
public enum AccessControl {
    /** Role assignments on the filesystem. It is made by the management plane, from any network. */
    RBAC,

    /**
     * POSIX access control lists, by {@link Zone#grantAcl}, beside roles. The filesystem is made by the data plane:
     * whoever runs Terraform must reach the account and hold Storage Blob Data Owner.
     */
    ACL
}
