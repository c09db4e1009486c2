package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link StorageCredential}.
 *
 * @param workspace the only workspace that can use it
 * @param name the name in the metastore, unique there
 * @param accessConnectorId the Azure id of the access connector that it logs in as, such as that of {@link DatabricksWorkspace#connector()}
 */
@RecordBuilder
public record StorageCredentialProps(IDatabricksWorkspace workspace, String name, String accessConnectorId) {

    public static StorageCredentialPropsBuilder builder() {
        return StorageCredentialPropsBuilder.builder();
    }
}
