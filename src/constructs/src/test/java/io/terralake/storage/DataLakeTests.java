package io.terralake.storage;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.Match;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.azure.Region;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
        assertThat(stack).hasResource("azurerm_storage_account", """
                {
                  name: 'stlakeslaketestweu',
                  is_hns_enabled: true,
                  allowed_copy_scope: 'AAD',
                  shared_access_key_enabled: false,
                  local_user_enabled: false,
                  allow_nested_items_to_be_public: false,
                  cross_tenant_replication_enabled: false,
                  https_traffic_only_enabled: true,
                  min_tls_version: 'TLS1_2',
                  network_rules: {default_action: 'Deny', ip_rules: ['203.0.113.0/24']},
                  blob_properties: {
                    versioning_enabled: absent,
                    delete_retention_policy: {days: 7},
                    container_delete_retention_policy: {days: 7},
                  },
                }
                """);
    }

    @Test
    void isReachedByBlobAndDfsEndpointsInPrivateMode() {
        PlatformStack privateStack = Stacks.privateStack();
        new DataLake(privateStack, "Lake", DataLakeProps.builder().build());
        assertThat(privateStack)
                .hasResource("azurerm_storage_account", "{public_network_access_enabled: false}")
                .hasResourceCount("azurerm_private_endpoint", 2)
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.blob.core.windows.net'}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.dfs.core.windows.net'}");
    }

    @Test
    void letsResourceInstancesPastItsFirewall() {
        PlatformStack other = Stacks.privateStack();
        String workflows = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Logic/workflows/*";
        new DataLake(
                other,
                "Lake",
                DataLakeProps.builder().resourceInstances(List.of(workflows)).build());
        assertThat(other).hasResource("azurerm_storage_account", """
                {
                  public_network_access_enabled: false,
                  network_rules: {
                    default_action: 'Deny',
                    private_link_access: [{
                      endpoint_resource_id: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Logic/workflows/*',
                    }],
                  },
                }
                """);
        DataLakeProps none =
                DataLakeProps.builder().resourceInstances(List.of("workflows")).build();
        assertThatThrownBy(() -> new DataLake(stack, "Other", none))
                .hasMessage(
                        "resource instance \"workflows\" is not allowed: an Azure id such as"
                                + " /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.Logic/workflows/* (at test-stack/Other)");
        assertThatThrownBy(() -> DataLakeProps.builder()
                        .resourceInstances(Collections.nCopies(201, workflows))
                        .build())
                .hasMessage("201 resource instances are not allowed: 200 at most");
    }

    @Test
    void makesAZoneByTheManagementPlane() {
        Zone zone = lake.addZone("bronze", ZoneProps.builder().build());
        assertThat(zone.abfssUrl()).startsWith("abfss://bronze@");
        assertThat(stack).hasResource("azurerm_storage_container", """
                {
                  name: 'bronze',
                  container_access_type: 'private',
                  storage_account_name: absent,
                  storage_account_id: textLike('${azurerm_storage_account.*.id}'),
                }
                """);
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
        assertThat(stack).hasResource("azurerm_storage_management_policy", """
                {rule: [{
                  name: 'raw',
                  filters: {prefix_match: ['raw/']},
                  actions: {base_blob: exactly({
                    tier_to_cool_after_days_since_modification_greater_than: 10,
                    tier_to_cold_after_days_since_modification_greater_than: 20,
                    tier_to_archive_after_days_since_modification_greater_than: 30,
                    delete_after_days_since_modification_greater_than: 40,
                  })},
                }]}
                """);
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
    void refusesCopiesThatTheRegionDoesNotHave() {
        DataLakeProps props =
                DataLakeProps.builder().replication(Replication.RAGZRS).build();
        assertThatThrownBy(() -> new DataLake(in(Region.WEST_US), "Lake", props))
                .hasMessage(
                        "replication RAGZRS needs availability zones, which westus has none of (at test-stack/Lake)");
        assertThatThrownBy(() -> new DataLake(in(Region.ITALY_NORTH), "Lake", props))
                .hasMessage(
                        "replication RAGZRS needs a paired region, which italynorth has none of (at test-stack/Lake)");
    }

    private static PlatformStack in(Region region) {
        return Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withLocation(region));
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
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Reader',
                          scope: textLike('${azurerm_storage_container.Lake_gold_*.id}'),
                        }
                        """)
                .hasResource(
                        "azurerm_role_assignment",
                        "{role_definition_name: 'Storage Blob Data Contributor', principal_type: 'ServicePrincipal'}");
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
                        Match.json("""
                                {ace: [
                                  {scope: 'access', type: 'user', permissions: 'rwx', id: absent},
                                  {scope: 'access', type: 'group', permissions: 'r-x', id: absent},
                                  {scope: 'access', type: 'mask', permissions: 'rwx', id: absent},
                                  {scope: 'access', type: 'other', permissions: '---', id: absent},
                                  {scope: 'default', type: 'user', permissions: 'rwx', id: absent},
                                  {scope: 'default', type: 'group', permissions: 'r-x', id: absent},
                                  {scope: 'default', type: 'mask', permissions: 'rwx', id: absent},
                                  {scope: 'default', type: 'other', permissions: '---', id: absent},
                                  {scope: 'access', type: 'group', permissions: 'r-x', id: $principalId},
                                  {scope: 'default', type: 'group', permissions: 'r-x', id: $principalId},
                                ]}
                                """, Map.of("principalId", READERS.principalId())));
    }

    @Test
    void givesAPrincipalOneEntry() {
        Zone zone = lake.addZone(
                "silver", ZoneProps.builder().accessControl(AccessControl.ACL).build());
        zone.grantAcl(READERS, "r-x");
        zone.grantAcl(READERS, "r-x");
        zone.grantAcl(Principal.group("again", READERS.principalId().toUpperCase(Locale.ROOT)), "r-x");
        assertThatThrownBy(() -> zone.grantAcl(READERS, "rwx"))
                .hasMessage("the group \"readers\" has r-x already, it cannot have rwx as the group \"readers\" too"
                        + " (at test-stack/Lake/silver)");
        assertThatThrownBy(() -> zone.grantAcl(Principal.user("somebody", READERS.principalId()), "r-x"))
                .hasMessage("the group \"readers\" has r-x already, it cannot have r-x as the user \"somebody\" too"
                        + " (at test-stack/Lake/silver)");
        assertThat(SynthesizedStack.of(stack)
                        .resources("azurerm_storage_data_lake_gen2_filesystem")
                        .get(0)
                        .properties()
                        .path("ace"))
                .hasSize(10);
    }

    @Test
    void hasRoomForAsManyPrincipalsAsAzure() {
        Zone zone = lake.addZone(
                "silver", ZoneProps.builder().accessControl(AccessControl.ACL).build());
        for (int i = 10; i < 38; i++) {
            zone.grantAcl(Principal.group("group" + i, "000000%d-2222-3333-4444-555555555555".formatted(i)), "r-x");
        }
        assertThatThrownBy(() -> zone.grantAcl(READERS, "r-x"))
                .hasMessage("an access control list has room for 28 principals: grant to a group"
                        + " (at test-stack/Lake/silver)");
    }

    @Test
    void makesARoleOnAnAccessControlledZoneWaitForTheFilesystem() {
        lake.addZone(
                        "silver",
                        ZoneProps.builder().accessControl(AccessControl.ACL).build())
                .grantRead(READERS);
        assertThat(stack).hasResource("azurerm_role_assignment", """
                {
                  scope: textLike('**/blobServices/default/containers/silver'),
                  depends_on: arrayWith(textLike('azurerm_storage_data_lake_gen2_filesystem.*')),
                }
                """);
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

    @Test
    void importsALakeOfAPlatformTeam() {
        IDataLake imported = DataLake.fromAccountId(stack, "Other", PlatformTeam.LAKE, "raw");
        assertThat(imported.dfsHost()).isEqualTo("sthub.dfs.core.windows.net");
        assertThatThrownBy(() -> imported.zone("gold"))
                .hasMessage("the lake has no zone \"gold\", its zones are [raw] (at test-stack/Other)");
        assertThatThrownBy(() -> DataLake.fromAccountId(stack, "Again", PlatformTeam.LAKE, "raw", "raw"))
                .hasMessage("the lake has a zone \"raw\" already (at test-stack/Again)");
        assertThatThrownBy(() -> DataLake.fromAccountId(stack, "Bad", PlatformTeam.LAKE, "Raw"))
                .hasMessage("container name \"Raw\" (3 characters) is not allowed: 3 to 63 characters,"
                        + " lower-case letters, digits and single hyphens inside (at test-stack/Bad)");
    }
}
