package io.terralake.storage;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.storage_container.StorageContainer;
import com.hashicorp.cdktf.providers.azurerm.storage_container.StorageContainerConfig;
import com.hashicorp.cdktf.providers.azurerm.storage_data_lake_gen2_filesystem.StorageDataLakeGen2Filesystem;
import com.hashicorp.cdktf.providers.azurerm.storage_data_lake_gen2_filesystem.StorageDataLakeGen2FilesystemConfig;
import io.terralake.core.ConstructException;
import io.terralake.core.DependsOn;
import io.terralake.core.StackPart;
import io.terralake.identity.CheckedPrincipal;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.ResourceGrant;
import io.terralake.identity.Role;
import io.terralake.identity.RoleGrant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A filesystem of a lake, with the grants on it. */
public final class Zone extends StackPart {
    private final AbstractDataLake lake;
    private final String name;
    private final @Nullable Tiering tiering;
    private final @Nullable TerraformResource resource;
    private final String zoneId;
    private final @Nullable AccessControlList acl;

    private Zone(AbstractDataLake lake, String name, @Nullable AccessControl accessControl, @Nullable Tiering tiering) {
        super(lake, name);
        this.lake = lake;
        this.name = name;
        this.tiering = tiering;
        if (accessControl == AccessControl.ACL) {
            StorageDataLakeGen2Filesystem filesystem = filesystem();
            this.resource = filesystem;
            this.acl = new AccessControlList(filesystem);
        } else {
            this.resource = accessControl == AccessControl.RBAC ? container() : null;
            this.acl = null;
        }
        this.zoneId = resource instanceof StorageContainer container
                ? container.getId()
                : lake.accountId() + "/blobServices/default/containers/" + name;
        Optional.ofNullable(resource)
                .ifPresent(created -> lake.stack().protection().retain(created, null));
    }

    static Zone create(DataLake lake, String name, AccessControl accessControl, Tiering tiering) {
        lake.stack().nameOf(lake, StorageNames.CONTAINER, name);
        return new Zone(lake, name, accessControl, tiering);
    }

    static Zone existing(AbstractDataLake lake, String name) {
        return new Zone(lake, name, null, null);
    }

    /** What the zone is in. */
    public IDataLake lake() {
        return lake;
    }

    /** The name of the filesystem. */
    public String zoneName() {
        return name;
    }

    /** When the zone's files move and are deleted; empty for a zone that was not made here. */
    public Optional<Tiering> tiering() {
        return Optional.ofNullable(tiering);
    }

    /** The Azure id of the filesystem, the scope of its role assignments. */
    public String zoneId() {
        return zoneId;
    }

    /** The address of the filesystem for Spark and Hadoop: {@code abfss://<zone>@<host>}. */
    public String abfssUrl() {
        return "abfss://%s@%s".formatted(name, lake.dfsHost());
    }

    /** Lets a principal read the zone. */
    public Grant grantRead(Principal principal) {
        return grant(StorageRole.BLOB_DATA_READER, principal);
    }

    /** Lets a principal read, write and delete in the zone. */
    public Grant grantWrite(Principal principal) {
        return grant(StorageRole.BLOB_DATA_CONTRIBUTOR, principal);
    }

    /**
     * Gives a principal POSIX permissions on the zone's root and, by default entries, on all that is created below it
     * from now on. A principal has one entry: the same grant again changes nothing.
     *
     * @param permissions in {@code rwx} form, such as {@code r-x}
     * @throws ConstructException when the zone has no access control list, the permissions are malformed, the principal has
     *     others already, or 28 principals are on the list
     */
    public Grant grantAcl(Principal principal, String permissions) {
        if (acl == null || resource == null) {
            throw new ConstructException(
                    this, "zone \"%s\" has no access control list: create it with AccessControl.ACL".formatted(name));
        }
        try {
            acl.add(new CheckedPrincipal(this, principal), permissions);
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
        // It works as soon as the filesystem is there with its list.
        return new ResourceGrant(resource);
    }

    private Grant grant(Role role, Principal principal) {
        RoleGrant grant = RoleGrant.of(this, zoneId(), role, principal);
        if (acl != null && resource != null) {
            // The scope of the assignment is written out, so Terraform cannot see that it needs the filesystem.
            DependsOn.add(grant, List.of(resource));
        }
        return grant;
    }

    private StorageContainer container() {
        return new StorageContainer(
                this,
                "Resource",
                StorageContainerConfig.builder()
                        .name(name)
                        .storageAccountId(lake.accountId())
                        .containerAccessType("private")
                        .build());
    }

    private StorageDataLakeGen2Filesystem filesystem() {
        return new StorageDataLakeGen2Filesystem(
                this,
                "Resource",
                StorageDataLakeGen2FilesystemConfig.builder()
                        .name(name)
                        .storageAccountId(lake.accountId())
                        .build());
    }
}
