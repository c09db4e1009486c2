package io.terralake.keyvault;

import com.hashicorp.cdktf.providers.azurerm.key_vault.KeyVaultConfig;
import com.hashicorp.cdktf.providers.azurerm.key_vault.KeyVaultNetworkAcls;
import io.terralake.azure.NamingRule;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Deployer;
import io.terralake.monitoring.Aggregation;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.monitoring.Metric;
import io.terralake.network.Network;
import java.util.Objects;
import software.constructs.Construct;

/** A vault with role-based access, purge protection and a firewall that denies by default. */
public final class KeyVault extends AbstractKeyVault {
    private static final NamingRule NAMING = NamingRule.of(
                    "key vault",
                    "kv",
                    3,
                    24,
                    "[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*",
                    "letters, digits and single hyphens inside")
            .asHostName();

    private final com.hashicorp.cdktf.providers.azurerm.key_vault.KeyVault resource;
    private final String vaultId;
    private final KeyVaultSku sku;

    public KeyVault(Construct scope, String id, KeyVaultProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        Network network = Network.of(stack);
        String name = stack.nameOf(this, NAMING, props.name(), Objects.requireNonNullElse(props.purpose(), ""));
        this.sku = Objects.requireNonNull(props.sku());
        this.resource = new com.hashicorp.cdktf.providers.azurerm.key_vault.KeyVault(
                this,
                "Resource",
                KeyVaultConfig.builder()
                        .name(name)
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .tenantId(Deployer.of(this).tenantId())
                        .skuName(sku.azureName())
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
        stack.protection().retain(resource, props.removalPolicy());
        Diagnostics.send(resource, LogProfile.ALL_LOGS_AND_METRICS);
        network.connect(this, vaultId, name, KeyVaultPrivateLink.VAULT);
    }

    /**
     * An existing vault.
     *
     * @throws io.terralake.core.ConstructException when the id is not that of a vault
     */
    public static IKeyVault fromVaultId(Construct scope, String id, String vaultId) {
        return new ImportedKeyVault(scope, id, vaultId);
    }

    @Override
    public String vaultId() {
        return vaultId;
    }

    @Override
    public String vaultUri() {
        return resource.getVaultUri();
    }

    KeyVaultSku sku() {
        return sku;
    }

    /** Share of requests that the vault could serve, in percent. */
    public Metric metricAvailability() {
        return new Metric("Microsoft.KeyVault/vaults", "Availability", Aggregation.AVERAGE, vaultId);
    }
}
