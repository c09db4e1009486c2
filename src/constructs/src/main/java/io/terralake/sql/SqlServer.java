package io.terralake.sql;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.azurerm.mssql_firewall_rule.MssqlFirewallRule;
import com.hashicorp.cdktf.providers.azurerm.mssql_firewall_rule.MssqlFirewallRuleConfig;
import com.hashicorp.cdktf.providers.azurerm.mssql_server.MssqlServer;
import com.hashicorp.cdktf.providers.azurerm.mssql_server.MssqlServerAzureadAdministrator;
import com.hashicorp.cdktf.providers.azurerm.mssql_server.MssqlServerConfig;
import com.hashicorp.cdktf.providers.azurerm.mssql_server.MssqlServerIdentity;
import com.hashicorp.cdktf.providers.azurerm.mssql_server_extended_auditing_policy.MssqlServerExtendedAuditingPolicy;
import com.hashicorp.cdktf.providers.azurerm.mssql_server_extended_auditing_policy.MssqlServerExtendedAuditingPolicyConfig;
import com.hashicorp.cdktf.providers.azurerm.mssql_server_security_alert_policy.MssqlServerSecurityAlertPolicy;
import com.hashicorp.cdktf.providers.azurerm.mssql_server_security_alert_policy.MssqlServerSecurityAlertPolicyConfig;
import com.hashicorp.cdktf.providers.azurerm.mssql_server_transparent_data_encryption.MssqlServerTransparentDataEncryption;
import com.hashicorp.cdktf.providers.azurerm.mssql_server_transparent_data_encryption.MssqlServerTransparentDataEncryptionConfig;
import com.hashicorp.cdktf.providers.azurerm.mssql_virtual_network_rule.MssqlVirtualNetworkRule;
import com.hashicorp.cdktf.providers.azurerm.mssql_virtual_network_rule.MssqlVirtualNetworkRuleConfig;
import io.terralake.azure.AddressRange;
import io.terralake.azure.NamingRule;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import io.terralake.identity.CheckedPrincipal;
import io.terralake.identity.Deployer;
import io.terralake.identity.Principal;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import io.terralake.network.Network;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/**
 * A logical SQL server without SQL logins: only Entra identities get in. Every statement is audited to the platform's
 * logs; the firewall lets the environment's allow-list through, and no other Azure service.
 */
public final class SqlServer extends StackPart implements ISqlServer {
    private static final NamingRule NAMING = NamingRule.of(
                    "sql server",
                    "sql",
                    1,
                    63,
                    "[a-z0-9]([a-z0-9-]*[a-z0-9])?",
                    "lower-case letters, digits and hyphens inside")
            .asHostName();

    /** Server-wide audit records surface in the master database. */
    private static final LogProfile LOGS = new LogProfile("/databases/master", List.of("audit"), List.of());

    /** What the server says of its key after the encryption resource has set it. */
    private static final List<String> SET_BY_ENCRYPTION = List.of("transparent_data_encryption_key_vault_key_id");

    private final MssqlServer resource;
    private final String serverId;

    public SqlServer(Construct scope, String id, SqlServerProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        Network network = Network.of(stack);
        String name = stack.nameOf(this, NAMING, props.name());
        Principal administrator = new CheckedPrincipal(
                this, Objects.requireNonNullElseGet(props.administrator(), () -> Deployer.of(this)));
        IEncryptionKey key = props.encryption();
        boolean watched = Objects.requireNonNullElseGet(
                props.threatDetection(), () -> stack.protection().isRetained(props.removalPolicy()));
        this.resource = new MssqlServer(
                this,
                "Resource",
                MssqlServerConfig.builder()
                        .name(name)
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .version("12.0")
                        .minimumTlsVersion("1.2")
                        .connectionPolicy("Default")
                        .publicNetworkAccessEnabled(network.publicAccess())
                        .expressVulnerabilityAssessmentEnabled(watched ? true : null)
                        .azureadAdministrator(MssqlServerAzureadAdministrator.builder()
                                .loginUsername(TerraformText.literal(administrator.principalName()))
                                .objectId(administrator.principalId())
                                .azureadAuthenticationOnly(true)
                                .build())
                        .identity(identity(key))
                        .primaryUserAssignedIdentityId(key == null ? null : key.identityId())
                        .tags(stack.tags())
                        .build());
        this.serverId = resource.getId();
        stack.protection().retain(resource, props.removalPolicy(), key == null ? List.of() : SET_BY_ENCRYPTION);
        if (key != null) {
            key.applyBefore(resource);
            encrypt(key);
        }
        Diagnostics.send(resource, LOGS);
        new MssqlServerExtendedAuditingPolicy(
                this,
                "Auditing",
                MssqlServerExtendedAuditingPolicyConfig.builder()
                        .serverId(serverId)
                        .logMonitoringEnabled(true)
                        .build());
        if (watched) {
            watch(stack);
        }
        network.allowedIpRanges().forEach(this::allow);
        allowSubnets(network.allowedSubnetIds());
        network.connect(this, serverId, name, SqlPrivateLink.SQL_SERVER);
    }

    /**
     * An existing server.
     *
     * @throws io.terralake.core.ConstructException when the id is not that of a SQL server
     */
    public static ISqlServer fromServerId(Construct scope, String id, String serverId) {
        return new ImportedSqlServer(scope, id, serverId);
    }

    @Override
    public String serverId() {
        return serverId;
    }

    @Override
    public String host() {
        return resource.getFullyQualifiedDomainName();
    }

    private static MssqlServerIdentity identity(@Nullable IEncryptionKey key) {
        return key == null
                ? MssqlServerIdentity.builder().type("SystemAssigned").build()
                : MssqlServerIdentity.builder()
                        .type("SystemAssigned, UserAssigned")
                        .identityIds(List.of(key.identityId()))
                        .build();
    }

    private void encrypt(IEncryptionKey key) {
        new MssqlServerTransparentDataEncryption(
                this,
                "Encryption",
                MssqlServerTransparentDataEncryptionConfig.builder()
                        .serverId(serverId)
                        .keyVaultKeyId(key.versionedKeyUri())
                        .autoRotationEnabled(true)
                        // Rotation puts a newer version there.
                        .lifecycle(TerraformResourceLifecycle.builder()
                                .ignoreChanges(List.of("key_vault_key_id"))
                                .build())
                        .build());
    }

    private void watch(PlatformStack stack) {
        new MssqlServerSecurityAlertPolicy(
                this,
                "ThreatDetection",
                MssqlServerSecurityAlertPolicyConfig.builder()
                        .resourceGroupName(Placement.of(this).resourceGroupName())
                        .serverName(resource.getName())
                        .state("Enabled")
                        .emailAccountAdmins(true)
                        .emailAddresses(TerraformText.literal(
                                stack.environment().settings().monitoring().alertEmails()))
                        .build());
    }

    private void allow(String range) {
        String name = "allow-" + range.replace('/', '-');
        new MssqlFirewallRule(
                this,
                name,
                MssqlFirewallRuleConfig.builder()
                        .name(name)
                        .serverId(serverId)
                        .startIpAddress(AddressRange.firstAddress(range))
                        .endIpAddress(AddressRange.lastAddress(range))
                        .build());
    }

    /** Named by their order: which subnet a rule is for can be changed, its name cannot. */
    private void allowSubnets(List<String> subnetIds) {
        for (int i = 0; i < subnetIds.size(); i++) {
            String name = "allow-subnet-" + (i + 1);
            new MssqlVirtualNetworkRule(
                    this,
                    name,
                    MssqlVirtualNetworkRuleConfig.builder()
                            .name(name)
                            .serverId(serverId)
                            .subnetId(subnetIds.get(i))
                            // A subnet of other services' machines stays outside, which is no reason to fail.
                            .ignoreMissingVnetServiceEndpoint(true)
                            .build());
        }
    }
}
