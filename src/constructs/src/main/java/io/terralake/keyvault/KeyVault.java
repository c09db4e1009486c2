package io.terralake.keyvault;

import com.hashicorp.cdktf.providers.azurerm.key_vault.KeyVaultConfig;
import com.hashicorp.cdktf.providers.azurerm.key_vault.KeyVaultNetworkAcls;
import io.terralake.core.AzureResource;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Deployer;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.Role;
import io.terralake.monitoring.Metric;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import software.constructs.Construct;

/** A vault with role-based access, purge protection and a firewall that denies by default. */
public final class KeyVault extends Construct {
    private final com.hashicorp.cdktf.providers.azurerm.key_vault.KeyVault resource;
    private final String vaultId;

    public KeyVault(Construct scope, String id, KeyVaultProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        Network network = stack.network();
        String name = stack.nameOf(this, AzureResource.KEY_VAULT, props.name());
        this.resource = new com.hashicorp.cdktf.providers.azurerm.key_vault.KeyVault(
                this,
                "Resource",
                KeyVaultConfig.builder()
                        .name(name)
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .tenantId(Deployer.of(this).tenantId())
                        .skuName("standard")
                        .rbacAuthorizationEnabled(true)
                        .purgeProtectionEnabled(true)
                        .softDeleteRetentionDays(props.softDeleteRetentionDays())
                        .publicNetworkAccessEnabled(network.publicAccess())
                        .networkAcls(KeyVaultNetworkAcls.builder()
                                .defaultAction("Deny")
                                .bypass("AzureServices")
                                .ipRules(network.allowedIpRanges())
                                .build())
                        .tags(stack.tags())
                        .build());
        this.vaultId = resource.getId();
        stack.protection().retainAndLock(resource, vaultId, props.removalPolicy());
        network.connect(this, vaultId, name, PrivateLink.KEY_VAULT);
    }

    /** The Azure id of the vault. */
    public String vaultId() {
        return vaultId;
    }

    /** The vault's address, such as {@code https://kv-tlake-dev-weu.vault.azure.net/}. */
    public String vaultUri() {
        return resource.getVaultUri();
    }

    /** Lets a principal read secrets. */
    public Grant grantRead(Principal principal) {
        return Grant.of(this, vaultId, Role.KEY_VAULT_SECRETS_USER, principal);
    }

    /** Lets a principal read, write and delete secrets. */
    public Grant grantWrite(Principal principal) {
        return Grant.of(this, vaultId, Role.KEY_VAULT_SECRETS_OFFICER, principal);
    }

    /** Share of requests that the vault could serve, in percent. */
    public Metric metricAvailability() {
        return new Metric("Microsoft.KeyVault/vaults", "Availability", "Average", vaultId);
    }
}
