package io.terralake.keyvault;

import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** A key of one's own that services encrypt with, made here or imported. */
public interface IEncryptionKey extends IConstruct {

    /** The key without a version, for services that take a new one by themselves: {@code https://<vault>.vault.azure.net/keys/<key>}. */
    String keyUri();

    /** The key with the version that it had when it was made. */
    String versionedKeyUri();

    /** The Azure id of its vault. */
    String vaultId();

    /** The Azure id of the user-assigned identity that may use the key. */
    String identityId();

    /** Lets a principal of a service that has an identity of its own use the key. */
    Grant grantUse(Principal principal);

    /** Lets what uses the key come after the right to use it. */
    void applyBefore(Construct dependant);
}
