package io.terralake.storage;

import com.hashicorp.cdktf.providers.azurerm.storage_data_lake_gen2_filesystem.StorageDataLakeGen2Filesystem;
import com.hashicorp.cdktf.providers.azurerm.storage_data_lake_gen2_filesystem.StorageDataLakeGen2FilesystemAce;
import io.terralake.identity.Principal;
import io.terralake.identity.PrincipalType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The POSIX access control list of a filesystem's root: the owner's entries, a mask, and one entry per principal, each
 * for the root itself and as the default of what is created below. It is complete, because the service reports every
 * entry and Terraform would otherwise want to remove the rest on every plan.
 *
 * @see <a href="https://learn.microsoft.com/azure/storage/blobs/data-lake-storage-access-control">Access control lists
 *     in Data Lake Storage</a>
 */
final class AccessControlList {
    private static final Pattern PERMISSIONS = Pattern.compile("[r-][w-][x-]");
    private static final List<String> SCOPES = List.of("access", "default");

    private final StorageDataLakeGen2Filesystem filesystem;
    private final List<StorageDataLakeGen2FilesystemAce> entries = new ArrayList<>();

    AccessControlList(StorageDataLakeGen2Filesystem filesystem) {
        this.filesystem = filesystem;
        for (String scope : SCOPES) {
            entries.add(entry(scope, "user", null, "rwx"));
            entries.add(entry(scope, "group", null, "r-x"));
            entries.add(entry(scope, "mask", null, "rwx"));
            entries.add(entry(scope, "other", null, "---"));
        }
        filesystem.putAce(entries);
    }

    void add(Principal principal, String permissions) {
        if (!PERMISSIONS.matcher(permissions).matches()) {
            throw new IllegalArgumentException(
                    "permissions \"%s\" of principal \"%s\" are not of the form rwx, such as r-x"
                            .formatted(permissions, principal.principalName()));
        }
        String type = principal.principalType().orElse(PrincipalType.USER) == PrincipalType.GROUP ? "group" : "user";
        for (String scope : SCOPES) {
            entries.add(entry(scope, type, principal.principalId(), permissions));
        }
        filesystem.putAce(entries);
    }

    private static StorageDataLakeGen2FilesystemAce entry(
            String scope, String type, @org.jspecify.annotations.Nullable String id, String permissions) {
        return StorageDataLakeGen2FilesystemAce.builder()
                .scope(scope)
                .type(type)
                .id(id)
                .permissions(permissions)
                .build();
    }
}
