package io.terralake.factory;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.keyvault.IKeyVault;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link KeyVaultLinkedService}.
 *
 * @param factory the factory that connects
 * @param name the name in the factory
 * @param vault the vault
 * @param runtime where it connects from; @default the factory's runtime in its managed network
 * @param credential what it logs in with; @default the factory's own identity
 * @param notes description and annotations; @default none
 */
@RecordBuilder
public record KeyVaultLinkedServiceProps(
        IDataFactory factory,
        String name,
        IKeyVault vault,
        @Nullable IIntegrationRuntime runtime,
        @Nullable ICredential credential,
        @Nullable ArtifactNotes notes) {

    public static KeyVaultLinkedServicePropsBuilder builder() {
        return KeyVaultLinkedServicePropsBuilder.builder();
    }
}
