package io.terralake.storage;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.testing.Stacks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DataLakeTests {
    private static final Principal READERS = Principal.group("readers", "11111111-2222-3333-4444-555555555555");
    private static final String IMPORTED =
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/g/providers/Microsoft.Storage/storageAccounts/stother";

    private final PlatformStack stack = Stacks.publicStack();
    private final DataLake lake =
            new DataLake(stack, "Lake", DataLakeProps.builder().build());

    @Test
    void isSafeByDefault() {
        assertThat(stack)
                .hasResource(
                        "azurerm_storage_account",
                        Map.ofEntries(
                                Map.entry("name", "stlakeslaketestweu"),
                                Map.entry("is_hns_enabled", true),
                                Map.entry("shared_access_key_enabled", false),
                                Map.entry("local_user_enabled", false),
                                Map.entry("allow_nested_items_to_be_public", false),
                                Map.entry("cross_tenant_replication_enabled", false),
                                Map.entry("https_traffic_only_enabled", true),
                                Map.entry("min_tls_version", "TLS1_2"),
                                Map.entry(
                                        "network_rules",
                                        Map.of("default_action", "Deny", "ip_rules", List.of("203.0.113.0/24"))),
                                Map.entry(
                                        "blob_properties",
                                        Map.of(
                                                "versioning_enabled", Match.absent(),
                                                "delete_retention_policy", Map.of("days", 7),
                                                "container_delete_retention_policy", Map.of("days", 7)))));
    }

    @Test
    void isReachedByBlobAndDfsEndpointsInPrivateMode() {
        PlatformStack privateStack = Stacks.privateStack();
        new DataLake(privateStack, "Lake", DataLakeProps.builder().build());
        assertThat(privateStack)
                .hasResource("azurerm_storage_account", Map.of("public_network_access_enabled", false))
                .hasResourceCount("azurerm_private_endpoint", 2)
                .hasResource("azurerm_private_dns_zone", Map.of("name", "privatelink.blob.core.windows.net"))
                .hasResource("azurerm_private_dns_zone", Map.of("name", "privatelink.dfs.core.windows.net"));
    }

    @Test
    void makesAZoneByTheManagementPlane() {
        Zone zone = lake.addZone("bronze", ZoneProps.builder().build());
        assertThat(zone.abfssUrl()).startsWith("abfss://bronze@");
        assertThat(stack)
                .hasResource(
                        "azurerm_storage_container",
                        Map.of(
                                "name",
                                "bronze",
                                "container_access_type",
                                "private",
                                "storage_account_name",
                                Match.absent(),
                                "storage_account_id",
                                Match.matching("\\$\\{azurerm_storage_account\\.\\w+\\.id}")));
    }

    @Test
    void tiersAZoneWithoutTouchingOthersWhoseNamesBeginAlike() {
        lake.addZone(
                "raw",
                ZoneProps.builder()
                        .tiering(Tiering.builder()
                                .coolAfterDays(10)
                                .coldAfterDays(20)
                                .archiveAfterDays(30)
                                .deleteAfterDays(40)
                                .build())
                        .build());
        lake.addZone("raw2", ZoneProps.builder().build());
        assertThat(stack)
                .hasResource(
                        "azurerm_storage_management_policy",
                        Map.of(
                                "rule",
                                List.of(Map.of(
                                        "name", "raw",
                                        "filters", Map.of("prefix_match", List.of("raw/")),
                                        "actions",
                                                Map.of(
                                                        "base_blob",
                                                        Match.exactly(Map.of(
                                                                "tier_to_cool_after_days_since_modification_greater_than",
                                                                        10,
                                                                "tier_to_cold_after_days_since_modification_greater_than",
                                                                        20,
                                                                "tier_to_archive_after_days_since_modification_greater_than",
                                                                        30,
                                                                "delete_after_days_since_modification_greater_than",
                                                                        40)))))));
    }

    @Test
    void refusesTiersOutOfOrder() {
        ZoneProps props = ZoneProps.builder()
                .tiering(
                        Tiering.builder().coolAfterDays(30).archiveAfterDays(30).build())
                .build();
        assertThatThrownBy(() -> lake.addZone("bronze", props))
                .hasMessage("zone \"bronze\": archiveAfterDays is 30, it must be more than coolAfterDays, which is 30"
                        + " (at test-stack/Lake)");
    }

    @Test
    void refusesToArchiveOnAZoneRedundantAccount() {
        DataLake redundant = new DataLake(
                stack,
                "Redundant",
                DataLakeProps.builder()
                        .name("stredundant")
                        .replication(Replication.ZRS)
                        .build());
        ZoneProps props = ZoneProps.builder()
                .tiering(Tiering.builder().archiveAfterDays(90).build())
                .build();
        assertThatThrownBy(() -> redundant.addZone("bronze", props))
                .hasMessage("zone \"bronze\": archiveAfterDays is 90, but ZRS accounts have no archive tier:"
                        + " use coldAfterDays, or replication LRS, GRS or RAGRS (at test-stack/Redundant)");
    }

    @Test
    void refusesNegativeDays() {
        ZoneProps props = ZoneProps.builder()
                .tiering(Tiering.builder().coolAfterDays(-1).build())
                .build();
        assertThatThrownBy(() -> lake.addZone("bronze", props))
                .hasMessageContaining("coolAfterDays is -1, allowed are 0 to 99999 days");
    }

    @Test
    void refusesTheSameZoneTwice() {
        lake.addZone("bronze", ZoneProps.builder().build());
        assertThatThrownBy(() -> lake.addZone("bronze", ZoneProps.builder().build()))
                .hasMessage("the lake has a zone \"bronze\" already (at test-stack/Lake)");
    }

    @Test
    void refusesAZoneNameThatAzureRefuses() {
        assertThatThrownBy(() -> lake.addZone("Bronze", ZoneProps.builder().build()))
                .hasMessage("container name \"Bronze\" (6 characters) is not allowed: 3 to 63 characters,"
                        + " lower-case letters, digits and single hyphens inside (at test-stack/Lake)");
    }

    @Test
    void namesTheZonesThereAre() {
        lake.addZone("gold", ZoneProps.builder().build());
        assertThatThrownBy(() -> lake.zone("golden"))
                .hasMessage("the lake has no zone \"golden\", its zones are [gold] (at test-stack/Lake)");
    }

    @Test
    void grantsTheLeastRoleOnAZone() {
        Zone zone = lake.addZone("gold", ZoneProps.builder().build());
        zone.grantRead(READERS);
        zone.grantWrite(Principal.servicePrincipal("job", "22222222-2222-3333-4444-555555555555"));
        assertThat(stack)
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of(
                                "role_definition_name",
                                "Storage Blob Data Reader",
                                "scope",
                                Match.matching("\\$\\{azurerm_storage_container\\.Lake_gold_\\w+\\.id}")))
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of(
                                "role_definition_name",
                                "Storage Blob Data Contributor",
                                "principal_type",
                                "ServicePrincipal"));
    }

    @Test
    void writesACompleteAccessControlList() {
        Zone zone = lake.addZone(
                "silver", ZoneProps.builder().accessControl(AccessControl.ACL).build());
        zone.grantAcl(READERS, "r-x");
        assertThat(stack)
                .hasResourceCount("azurerm_storage_container", 0)
                .hasResource(
                        "azurerm_storage_data_lake_gen2_filesystem",
                        Map.of(
                                "ace",
                                List.of(
                                        ace("access", "user", null, "rwx"),
                                        ace("access", "group", null, "r-x"),
                                        ace("access", "mask", null, "rwx"),
                                        ace("access", "other", null, "---"),
                                        ace("default", "user", null, "rwx"),
                                        ace("default", "group", null, "r-x"),
                                        ace("default", "mask", null, "rwx"),
                                        ace("default", "other", null, "---"),
                                        ace("access", "group", READERS.principalId(), "r-x"),
                                        ace("default", "group", READERS.principalId(), "r-x"))));
    }

    @Test
    void makesARoleOnAnAccessControlledZoneWaitForTheFilesystem() {
        lake.addZone(
                        "silver",
                        ZoneProps.builder().accessControl(AccessControl.ACL).build())
                .grantRead(READERS);
        assertThat(stack)
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of(
                                "scope", Match.matching(".*/blobServices/default/containers/silver"),
                                "depends_on",
                                        Match.arrayWith(
                                                Match.matching("azurerm_storage_data_lake_gen2_filesystem\\..*"))));
    }

    @Test
    void refusesMalformedPermissions() {
        Zone zone = lake.addZone(
                "silver", ZoneProps.builder().accessControl(AccessControl.ACL).build());
        assertThatThrownBy(() -> zone.grantAcl(READERS, "rx"))
                .hasMessage("permissions \"rx\" of principal \"readers\" are not of the form rwx, such as r-x"
                        + " (at test-stack/Lake/silver)");
    }

    @Test
    void refusesAccessControlEntriesOnARoleZone() {
        Zone zone = lake.addZone("silver", ZoneProps.builder().build());
        assertThatThrownBy(() -> zone.grantAcl(READERS, "r-x"))
                .hasMessageContaining("zone \"silver\" has no access control list: create it with AccessControl.ACL");
    }

    @Test
    void importsALakeAndGrantsOnIt() {
        IDataLake imported = DataLake.fromAccountId(stack, "Other", IMPORTED, "raw");
        imported.zone("raw").grantRead(READERS);
        imported.grantWrite(READERS);
        assertThat(imported.accountName()).isEqualTo("stother");
        assertThat(imported.zone("raw").abfssUrl()).isEqualTo("abfss://raw@stother.dfs.core.windows.net");
        assertThat(stack)
                .hasResourceCount("azurerm_storage_account", 1)
                .hasResourceCount("azurerm_storage_container", 0)
                .hasResource(
                        "azurerm_role_assignment", Map.of("scope", IMPORTED + "/blobServices/default/containers/raw"))
                .hasResource("azurerm_role_assignment", Map.of("scope", IMPORTED));
    }

    @Test
    void importsNothingButStorageAccounts() {
        assertThatThrownBy(() -> DataLake.fromAccountId(stack, "Other", "stother"))
                .hasMessage("\"stother\" is not the id of a resource, /subscriptions/<id>/resourceGroups/<name>"
                        + "/providers/Microsoft.Storage/storageAccounts/<name> is needed (at test-stack/Other)");
    }

    @Test
    void refusesASoftDeleteThatAzureRefuses() {
        assertThatThrownBy(() -> DataLakeProps.builder().softDeleteDays(0).build())
                .hasMessage("soft delete of 0 is not allowed: 1 to 365 days");
    }

    private static Map<String, ?> ace(String scope, String type, String id, String permissions) {
        return Map.of("scope", scope, "type", type, "permissions", permissions, "id", id == null ? Match.absent() : id);
    }
}
