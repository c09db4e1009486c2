package io.terralake.keyvault;

import io.terralake.core.ImportedId;
import software.constructs.Construct;

/** A vault that is managed elsewhere. */
final class ImportedKeyVault extends AbstractKeyVault {
    private final String vaultId;
    private final String vaultName;

    ImportedKeyVault(Construct scope, String id, String vaultId) {
        super(scope, id);
        ImportedId imported = new ImportedId(this, vaultId, "Microsoft.KeyVault/vaults");
        this.vaultId = imported.toString();
        this.vaultName = imported.name(0);
    }

    @Override
    public String vaultId() {
        return vaultId;
    }

    @Override
    public String vaultUri() {
        return "https://%s.vault.azure.net/".formatted(vaultName);
    }
}
