package io.terralake.keyvault;

import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.RoleGrant;
import software.constructs.Construct;

/** What vaults made here and imported vaults have in common. */
abstract class AbstractKeyVault extends StackPart implements IKeyVault {

    AbstractKeyVault(Construct scope, String id) {
        super(scope, id);
    }

    @Override
    public final Grant grantRead(Principal principal) {
        return RoleGrant.of(this, vaultId(), KeyVaultRole.SECRETS_USER, principal);
    }

    @Override
    public final Grant grantEncrypt(Principal principal) {
        return RoleGrant.of(this, vaultId(), KeyVaultRole.CRYPTO_SERVICE_ENCRYPTION_USER, principal);
    }

    @Override
    public final Grant grantWrite(Principal principal) {
        return RoleGrant.of(this, vaultId(), KeyVaultRole.SECRETS_OFFICER, principal);
    }
}
