package io.terralake.databricks;

import com.hashicorp.cdktf.providers.databricks.storage_credential.StorageCredentialAzureManagedIdentity;
import com.hashicorp.cdktf.providers.databricks.storage_credential.StorageCredentialConfig;
import io.terralake.core.ImportedId;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import software.constructs.Construct;

/** A workspace's access connector as Unity Catalog knows it; only this workspace can use it. */
public final class StorageCredential extends StackPart {
    private final IDatabricksWorkspace workspace;
    private final String credentialName;

    /** @throws io.terralake.core.ConstructException when the id is not that of an access connector */
    public StorageCredential(Construct scope, String id, StorageCredentialProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        ImportedId connector = new ImportedId(this, props.accessConnectorId(), "Microsoft.Databricks/accessConnectors");
        this.workspace = props.workspace();
        WorkspaceProvider.configure(this, workspace);
        this.credentialName = new com.hashicorp.cdktf.providers.databricks.storage_credential.StorageCredential(
                        this,
                        "Resource",
                        StorageCredentialConfig.builder()
                                .name(TerraformText.literal(props.name()))
                                .azureManagedIdentity(StorageCredentialAzureManagedIdentity.builder()
                                        .accessConnectorId(connector.toString())
                                        .build())
                                .isolationMode("ISOLATION_MODE_ISOLATED")
                                .build())
                .getName();
    }

    IDatabricksWorkspace workspace() {
        return workspace;
    }

    /** The name of the credential, as a token that makes who uses it wait for it. */
    public String credentialName() {
        return credentialName;
    }
}
