package io.terralake.storage;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.azure.Region;
import io.terralake.core.PlatformStack;
import io.terralake.monitoring.LogSink;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;

class StorageAccountTests {
    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void isSafeByDefault() {
        stack.share(LogSink.class, Stacks.LOGS);
        account(stack, StorageAccountProps.builder());
        assertThat(stack)
                .hasResource("azurerm_storage_account", """
                        {
                          name: 'stlakesmltestweu',
                          account_kind: 'StorageV2',
                          account_tier: 'Standard',
                          account_replication_type: 'LRS',
                          is_hns_enabled: absent,
                          shared_access_key_enabled: false,
                          default_to_oauth_authentication: true,
                          local_user_enabled: false,
                          allow_nested_items_to_be_public: false,
                          cross_tenant_replication_enabled: false,
                          allowed_copy_scope: 'AAD',
                          https_traffic_only_enabled: true,
                          min_tls_version: 'TLS1_2',
                          public_network_access_enabled: true,
                          network_rules: {
                            default_action: 'Deny', bypass: ['AzureServices'], ip_rules: ['203.0.113.0/24'],
                            virtual_network_subnet_ids: [], private_link_access: absent,
                          },
                          blob_properties: {delete_retention_policy: {days: 7}, container_delete_retention_policy: {days: 7}},
                        }
                        """)
                .hasResource("azurerm_monitor_diagnostic_setting", """
                        {target_resource_id: textLike('${azurerm_storage_account.*.id}/blobServices/default')}
                        """)
                .hasResource("azurerm_monitor_diagnostic_setting", """
                        {target_resource_id: textLike('${azurerm_storage_account.*.id}/fileServices/default')}
                        """);
    }

    @Test
    void isReachedFromInsideOnlyInPrivateMode() {
        PlatformStack closed = Stacks.privateStack();
        account(closed, StorageAccountProps.builder());
        assertThat(closed)
                .hasResource("azurerm_storage_account", "{public_network_access_enabled: false}")
                .hasResource("azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['blob']}}")
                .hasResource("azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['file']}}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.file.core.windows.net'}");
    }

    @Test
    void exists() {
        IStorageAccount account = StorageAccount.fromAccountId(stack, "Hub", PlatformTeam.LAKE);
        assertThat(account.accountName()).isEqualTo("sthub");
        assertThat(account.accountId()).isEqualTo(PlatformTeam.LAKE);
    }

    @Test
    void refusesWhatAzureRefuses() {
        assertThatThrownBy(() -> account(stack, StorageAccountProps.builder().name("st-ml")))
                .hasMessage(
                        "storage account name \"st-ml\" (5 characters) is not allowed: 3 to 24 characters, lower-case"
                                + " letters and digits (at test-stack/Account)");
        assertThatThrownBy(() -> StorageAccountProps.builder().softDeleteDays(0).build())
                .hasMessage("soft delete of 0 is not allowed: 1 to 365 days");
        PlatformStack west =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withLocation(Region.WEST_US));
        assertThatThrownBy(() -> account(west, StorageAccountProps.builder().replication(Replication.ZRS)))
                .hasMessage(
                        "replication ZRS needs availability zones, which westus has none of (at test-stack/Account)");
    }

    private static void account(PlatformStack stack, StorageAccountPropsBuilder props) {
        new StorageAccount(stack, "Account", props.purpose("ml").build());
    }
}
