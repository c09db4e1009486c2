package io.terralake.keyvault;

import io.terralake.core.ConstructException;
import io.terralake.core.ImportedId;
import io.terralake.core.StackPart;
import io.terralake.core.Tokens;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import java.util.regex.Pattern;
import software.constructs.Construct;

/** A key that is managed elsewhere. */
final class ImportedEncryptionKey extends StackPart implements IEncryptionKey {
    private static final Pattern VERSIONED =
            Pattern.compile("(https://[a-z0-9-]+\\.vault\\.azure\\.net/keys/[A-Za-z0-9-]{1,127})/[0-9a-f]{32}");

    private final String versioned;
    private final ImportedId vault;
    private final ImportedId identity;

    ImportedEncryptionKey(Construct scope, String id, String keyUri, String vaultId, String identityId) {
        super(scope, id);
        if (!Tokens.isIn(keyUri) && !VERSIONED.matcher(keyUri).matches()) {
            throw new ConstructException(
                    this,
                    "\"%s\" is not a version of a key, https://<vault>.vault.azure.net/keys/<key>/<version> is needed"
                            .formatted(keyUri));
        }
        this.versioned = keyUri;
        this.vault = new ImportedId(this, vaultId, "Microsoft.KeyVault/vaults");
        this.identity = new ImportedId(this, identityId, "Microsoft.ManagedIdentity/userAssignedIdentities");
    }

    /** Of a token nobody can take the version off: services then stay with it. */
    @Override
    public String keyUri() {
        return VERSIONED.matcher(versioned).replaceFirst("$1");
    }

    @Override
    public String versionedKeyUri() {
        return versioned;
    }

    @Override
    public String vaultId() {
        return vault.toString();
    }

    @Override
    public String identityId() {
        return identity.toString();
    }

    @Override
    public Grant grantUse(Principal principal) {
        return RoleGrant.of(this, vault.toString(), KeyVaultRole.CRYPTO_SERVICE_ENCRYPTION_USER, principal);
    }

    @Override
    public void applyBefore(Construct dependant) {
        // Its identity has the right already.
    }
}
