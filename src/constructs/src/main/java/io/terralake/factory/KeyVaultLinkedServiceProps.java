package io.terralake.factory;

import io.terralake.keyvault.IKeyVault;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Properties of a {@link KeyVaultLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param vault the vault
 */
@RecordBuilder
public record KeyVaultLinkedServiceProps(IDataFactory factory, String name, IKeyVault vault) {

    public static KeyVaultLinkedServicePropsBuilder builder() {
        return KeyVaultLinkedServicePropsBuilder.builder();
    }
}
