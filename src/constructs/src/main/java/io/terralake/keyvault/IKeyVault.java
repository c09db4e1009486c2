package io.terralake.keyvault;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.IConstruct;

/** A vault, made here or imported. */
public interface IKeyVault extends IConstruct {

    /** The Azure id of the vault. */
    String vaultId();

    /** The vault's address, such as {@code https://kv-tlake-dev-weu.vault.azure.net/}. */
    String vaultUri();

    /** Lets a principal read secrets. */
    Grant grantRead(Principal principal);

    /** Lets a principal read, write and delete secrets. */
    Grant grantWrite(Principal principal);

    /** Lets a principal, such as that of a service which encrypts, wrap and unwrap with keys. */
    Grant grantEncrypt(Principal principal);
}
