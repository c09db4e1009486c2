package io.terralake.sql;

import com.hashicorp.cdktf.providers.azurerm.mssql_firewall_rule.MssqlFirewallRule;
import com.hashicorp.cdktf.providers.azurerm.mssql_firewall_rule.MssqlFirewallRuleConfig;
import com.hashicorp.cdktf.providers.azurerm.mssql_server.MssqlServer;
import com.hashicorp.cdktf.providers.azurerm.mssql_server.MssqlServerAzureadAdministrator;
import com.hashicorp.cdktf.providers.azurerm.mssql_server.MssqlServerConfig;
import com.hashicorp.cdktf.providers.azurerm.mssql_server.MssqlServerIdentity;
import com.hashicorp.cdktf.providers.azurerm.mssql_server_extended_auditing_policy.MssqlServerExtendedAuditingPolicy;
import com.hashicorp.cdktf.providers.azurerm.mssql_server_extended_auditing_policy.MssqlServerExtendedAuditingPolicyConfig;
import io.terralake.core.AzureResource;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Deployer;
import io.terralake.identity.Principal;
import io.terralake.network.AddressRange;
import io.terralake.network.Network;
import io.terralake.network.PrivateLink;
import java.util.Objects;
import software.constructs.Construct;

/**
 * A logical SQL server without SQL logins: only Entra identities get in. Every statement is audited to the platform's
 * logs; the firewall lets the environment's allow-list through, and no other Azure service.
 */
public final class SqlServer extends Construct {
    private final MssqlServer resource;
    private final String serverId;

    public SqlServer(Construct scope, String id, SqlServerProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        Network network = stack.network();
        String name = stack.nameOf(this, AzureResource.SQL_SERVER, props.name());
        Principal administrator = Objects.requireNonNullElseGet(props.administrator(), () -> Deployer.of(this));
        this.resource = new MssqlServer(
                this,
                "Resource",
                MssqlServerConfig.builder()
                        .name(name)
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .version("12.0")
                        .minimumTlsVersion("1.2")
                        .connectionPolicy("Default")
                        .publicNetworkAccessEnabled(network.publicAccess())
                        .azureadAdministrator(MssqlServerAzureadAdministrator.builder()
                                .loginUsername(administrator.principalName())
                                .objectId(administrator.principalId())
                                .azureadAuthenticationOnly(true)
                                .build())
                        .identity(MssqlServerIdentity.builder()
                                .type("SystemAssigned")
                                .build())
                        .tags(stack.tags())
                        .build());
        this.serverId = resource.getId();
        stack.protection().retainAndLock(resource, serverId, props.removalPolicy());
        new MssqlServerExtendedAuditingPolicy(
                this,
                "Auditing",
                MssqlServerExtendedAuditingPolicyConfig.builder()
                        .serverId(serverId)
                        .logMonitoringEnabled(true)
                        .build());
        network.allowedIpRanges().forEach(this::allow);
        network.connect(this, serverId, name, PrivateLink.SQL_SERVER);
    }

    /** The Azure id of the server. */
    public String serverId() {
        return serverId;
    }

    /** The server's host, such as {@code sql-tlake-dev-weu.database.windows.net}. */
    public String host() {
        return resource.getFullyQualifiedDomainName();
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
}
