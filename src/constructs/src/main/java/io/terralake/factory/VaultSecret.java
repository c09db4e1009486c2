package io.terralake.factory;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.core.Contract;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a Key Vault, which the factory reads when it connects: the secret itself stands nowhere.
 *
 * @param vault how the factory reaches the vault, a connection of the type Azure Key Vault
 * @param secretName the secret's name there
 * @param secretVersion one version of it; @default the newest
 * @see <a href="https://learn.microsoft.com/azure/data-factory/store-credentials-in-key-vault">Store credentials in Azure Key
 *     Vault</a>
 */
public record VaultSecret(
        LinkedService vault, String secretName, @Nullable String secretVersion) {

    /** The newest version of a secret. */
    public static VaultSecret of(LinkedService vault, String secretName) {
        return new VaultSecret(vault, secretName, null);
    }

    /** @throws io.terralake.core.BrokenContractException when the vault's connection is in another factory */
    ObjectNode json(IDataFactory factory) {
        FactoryArtifact.requireSameFactory(factory, "linked service", vault);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", "AzureKeyVaultSecret");
        json.set(
                "store",
                LinkedServiceOptions.reference(
                        Contract.ask(vault, "linkedServiceName", vault::linkedServiceName), "LinkedServiceReference"));
        json.put("secretName", secretName);
        if (secretVersion != null) {
            json.put("secretVersion", secretVersion);
        }
        return json;
    }
}
