package io.terralake.monitoring;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.data_factory.DataFactory;
import com.hashicorp.cdktf.providers.azurerm.databricks_workspace.DatabricksWorkspace;
import com.hashicorp.cdktf.providers.azurerm.key_vault.KeyVault;
import com.hashicorp.cdktf.providers.azurerm.log_analytics_workspace.LogAnalyticsWorkspace;
import com.hashicorp.cdktf.providers.azurerm.mssql_database.MssqlDatabase;
import com.hashicorp.cdktf.providers.azurerm.mssql_server.MssqlServer;
import com.hashicorp.cdktf.providers.azurerm.network_security_group.NetworkSecurityGroup;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIp;
import com.hashicorp.cdktf.providers.azurerm.storage_account.StorageAccount;
import com.hashicorp.cdktf.providers.azurerm.virtual_network.VirtualNetwork;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which logs and metrics a resource type can send.
 *
 * @param target what stands behind the resource's id in the id of the part that logs; empty for the resource itself
 * @param logGroups the category groups of logs
 * @param metrics the metric categories. Storage rejects {@code AllMetrics}.
 */
record DiagnosticProfile(String target, List<String> logGroups, List<String> metrics) {
    private static final Map<Class<?>, DiagnosticProfile> PROFILES = Map.of(
            DataFactory.class, new DiagnosticProfile("", List.of("allLogs"), List.of("AllMetrics")),
            DatabricksWorkspace.class, new DiagnosticProfile("", List.of("allLogs"), List.of()),
            KeyVault.class, new DiagnosticProfile("", List.of("allLogs"), List.of("AllMetrics")),
            LogAnalyticsWorkspace.class, new DiagnosticProfile("", List.of("audit"), List.of()),
            MssqlDatabase.class, new DiagnosticProfile("", List.of("allLogs"), List.of("Basic")),
            // Server-wide audit records surface in the master database.
            MssqlServer.class, new DiagnosticProfile("/databases/master", List.of("audit"), List.of()),
            NetworkSecurityGroup.class, new DiagnosticProfile("", List.of("allLogs"), List.of()),
            StorageAccount.class,
                    new DiagnosticProfile("/blobServices/default", List.of("audit"), List.of("Transaction")),
            PublicIp.class, new DiagnosticProfile("", List.of("allLogs"), List.of("AllMetrics")),
            VirtualNetwork.class, new DiagnosticProfile("", List.of("allLogs"), List.of("AllMetrics")));

    /** The profile of a construct; null when it sends nothing. */
    static @Nullable DiagnosticProfile of(Object construct) {
        return construct instanceof TerraformResource ? PROFILES.get(construct.getClass()) : null;
    }
}
