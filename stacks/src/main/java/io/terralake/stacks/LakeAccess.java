package io.terralake.stacks;

import io.terralake.databricks.AccessConnector;
import io.terralake.databricks.DatabricksWorkspace;
import io.terralake.databricks.ExternalLocation;
import io.terralake.databricks.ExternalLocationProps;
import io.terralake.databricks.StorageCredential;
import io.terralake.databricks.StorageCredentialProps;
import io.terralake.storage.Zone;
import software.constructs.Construct;

/** The way of a data product's job to folders of the lake, through Unity Catalog. */
final class LakeAccess {
    private final Construct scope;
    private final String prefix;
    private final AccessConnector connector;
    private final StorageCredential credential;

    /**
     * @param scope whose parts the credential and the locations become
     * @param prefix what names in the metastore start with, such as {@code tlake-dev}
     * @param name the rest of the credential's name
     */
    LakeAccess(Construct scope, DatabricksWorkspace workspace, String prefix, String name) {
        this.scope = scope;
        this.prefix = prefix;
        this.connector = workspace.connector();
        this.credential = new StorageCredential(
                scope,
                "Credential",
                StorageCredentialProps.builder()
                        .workspace(workspace)
                        .name(prefix + "-" + name)
                        .accessConnectorId(connector.resourceId())
                        .build());
    }

    /** The address of a folder that is read only. */
    String read(String id, String name, Zone zone, String folder) {
        return location(id, name, zone, folder, true);
    }

    /** The address of a folder that is read and written. */
    String write(String id, String name, Zone zone, String folder) {
        return location(id, name, zone, folder, false);
    }

    private String location(String id, String name, Zone zone, String folder, boolean readOnly) {
        ExternalLocation location = new ExternalLocation(
                scope,
                id,
                ExternalLocationProps.builder()
                        .name(prefix + "-" + name)
                        .credential(credential)
                        .zone(zone)
                        .folder(folder)
                        .readOnly(readOnly)
                        .build());
        (readOnly ? zone.grantRead(connector) : zone.grantWrite(connector)).applyBefore(location);
        return location.url();
    }
}
