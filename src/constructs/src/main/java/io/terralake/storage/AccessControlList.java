package io.terralake.storage;

import com.hashicorp.cdktf.providers.azurerm.storage_data_lake_gen2_filesystem.StorageDataLakeGen2Filesystem;
import com.hashicorp.cdktf.providers.azurerm.storage_data_lake_gen2_filesystem.StorageDataLakeGen2FilesystemAce;
import io.terralake.identity.CheckedPrincipal;
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

    /** Of 32 entries, four are the owners', the mask and everybody else. */
    private static final int MOST_PRINCIPALS = 28;

    private final StorageDataLakeGen2Filesystem filesystem;
    private final List<StorageDataLakeGen2FilesystemAce> entries = new ArrayList<>();
    private final List<Given> granted = new ArrayList<>();

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

    void add(CheckedPrincipal principal, String permissions) {
        if (!PERMISSIONS.matcher(permissions).matches()) {
            throw new IllegalArgumentException(
                    "permissions \"%s\" of principal \"%s\" are not of the form rwx, such as r-x"
                            .formatted(permissions, principal.principalName()));
        }
        String type = principal.principalType().orElse(PrincipalType.USER) == PrincipalType.GROUP ? "group" : "user";
        Given given = new Given(principal, type, permissions);
        for (Given other : granted) {
            if (other.principal.isSame(principal)) {
                requireEqual(other, given);
                return;
            }
        }
        if (granted.size() == MOST_PRINCIPALS) {
            throw new IllegalArgumentException(
                    "an access control list has room for %d principals: grant to a group".formatted(MOST_PRINCIPALS));
        }
        granted.add(given);
        for (String scope : SCOPES) {
            entries.add(entry(scope, type, principal.principalId(), permissions));
        }
        filesystem.putAce(entries);
    }

    /** A list has one entry for a principal. */
    private static void requireEqual(Given one, Given other) {
        if (!one.type.equals(other.type) || !one.permissions.equals(other.permissions)) {
            throw new IllegalArgumentException("the %s \"%s\" has %s already, it cannot have %s as the %s \"%s\" too"
                    .formatted(
                            one.type,
                            one.principal.principalName(),
                            one.permissions,
                            other.permissions,
                            other.type,
                            other.principal.principalName()));
        }
    }

    private record Given(CheckedPrincipal principal, String type, String permissions) {}

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
