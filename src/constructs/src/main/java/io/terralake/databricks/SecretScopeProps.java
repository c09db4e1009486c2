package io.terralake.databricks;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.identity.Principal;
import io.terralake.keyvault.IKeyVault;

/**
 * Properties of a {@link SecretScope}.
 *
 * @param workspace where it is
 * @param name its name in the workspace, 1 to 128 letters, digits and '_.@/-'
 * @param vault the vault whose secrets it shows, all of them: give a scope a vault of its own
 * @param application the enterprise application AzureDatabricks of the tenant, which reads the vault. Its object id:
 *     {@code az ad sp show --id 2ff814a6-3304-4ab8-85cb-cd0e6f879c1d --query id}
 */
@RecordBuilder
public record SecretScopeProps(IDatabricksWorkspace workspace, String name, IKeyVault vault, Principal application) {

    public static SecretScopePropsBuilder builder() {
        return SecretScopePropsBuilder.builder();
    }
}
