package io.terralake.cosmos;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.azure.Region;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.network.Network;
import io.terralake.network.PublicNetwork;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CosmosTests {
    private static final String ACCOUNT = PlatformTeam.id("Microsoft.DocumentDB/databaseAccounts/cosmos-hub");
    private static final Principal READERS = Principal.group("readers", "11111111-2222-3333-4444-555555555555");

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void isSafeByDefault() {
        account(stack);
        assertThat(stack).hasResource("azurerm_cosmosdb_account", """
                {
                  name: 'cosmos-lakes-test-weu',
                  kind: 'GlobalDocumentDB',
                  capabilities: [{name: 'EnableServerless'}],
                  consistency_policy: {consistency_level: 'Session'},
                  geo_location: [{location: 'westeurope', failover_priority: 0, zone_redundant: false}],
                  backup: {type: 'Continuous', tier: 'Continuous7Days'},
                  local_authentication_disabled: true,
                  access_key_metadata_writes_enabled: false,
                  minimal_tls_version: 'Tls12',
                  public_network_access_enabled: true,
                  ip_range_filter: ['203.0.113.0/24'],
                  is_virtual_network_filter_enabled: false,
                }
                """);
    }

    @Test
    void isReachedFromInsideOnlyInPrivateMode() {
        PlatformStack closed = Stacks.privateStack();
        account(closed);
        assertThat(closed)
                .hasResource("azurerm_cosmosdb_account", "{public_network_access_enabled: false, ip_range_filter: []}")
                .hasResource("azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['Sql']}}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.documents.azure.com'}");
    }

    /** Without any rule Cosmos DB's firewall lets everybody in. */
    @Test
    void isClosedWhenNobodyIsAllowedIn() {
        stack.share(Network.class, new PublicNetwork(List.of()));
        account(stack);
        assertThat(stack).hasResource("azurerm_cosmosdb_account", "{public_network_access_enabled: false}");
    }

    @Test
    void letsSubnetsIn() {
        PublicNetwork network = new PublicNetwork(List.of());
        network.allowSubnet(PlatformTeam.ENDPOINT_SUBNET);
        stack.share(Network.class, network);
        account(stack);
        assertThat(stack).hasResource("azurerm_cosmosdb_account", """
                {
                  public_network_access_enabled: true,
                  is_virtual_network_filter_enabled: true,
                  virtual_network_rule: [{id: '%s', ignore_missing_vnet_service_endpoint: true}],
                }
                """.formatted(PlatformTeam.ENDPOINT_SUBNET));
    }

    @Test
    void standsInThreeZonesWhereThereAre() {
        new CosmosAccount(
                stack,
                "Account",
                CosmosAccountProps.builder()
                        .capacityMode(CapacityMode.AUTOSCALE)
                        .zoneRedundant(true)
                        .backup(Backup.CONTINUOUS_30_DAYS)
                        .build());
        assertThat(stack).hasResource("azurerm_cosmosdb_account", """
                {
                  capabilities: absent,
                  geo_location: [{zone_redundant: true}],
                  backup: {tier: 'Continuous30Days'},
                }
                """);
        PlatformStack west =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withLocation(Region.WEST_US));
        CosmosAccountProps props =
                CosmosAccountProps.builder().zoneRedundant(true).build();
        assertThatThrownBy(() -> new CosmosAccount(west, "Account", props))
                .hasMessage("a zone-redundant account is not possible: West US has no availability zones"
                        + " (at test-stack/Account)");
    }

    @Test
    void encryptsWithAKeyOfOnesOwn() {
        new CosmosAccount(
                stack,
                "Account",
                CosmosAccountProps.builder()
                        .encryption(PlatformTeam.encryptionKey(stack, "Key"))
                        .build());
        String identity = PlatformTeam.id("Microsoft.ManagedIdentity/userAssignedIdentities/id-hub");
        assertThat(stack).hasResource("azurerm_cosmosdb_account", """
                {
                  identity: {type: 'UserAssigned', identity_ids: ['%1$s']},
                  default_identity_type: 'UserAssignedIdentity=%1$s',
                  key_vault_key_id: 'https://kv-hub.vault.azure.net/keys/lake',
                }
                """.formatted(identity));
    }

    @Test
    void hasContainers() {
        CosmosContainer container = new CosmosContainer(
                stack,
                "Cars",
                container(database(account(stack)))
                        .partitionKey(List.of("/Brand"))
                        .indexing(Indexing.builder()
                                .included(List.of("/Brand/?", "/\"Date listed\"/?"))
                                .excluded(List.of("/*"))
                                .composite(List.of(List.of(
                                        IndexedPath.ascending("/Brand"), IndexedPath.descending("/\"Date listed\""))))
                                .build())
                        .timeToLive(Duration.ofDays(30))
                        .uniqueKeys(List.of(List.of("/Rego", "/Date listed")))
                        .build());
        container.addStoredProcedure("bulkDelete", "function bulkDelete() { return `${1}`; }");
        assertThat(stack)
                .hasResource("azurerm_cosmosdb_sql_database", """
                        {name: 'market', account_name: textLike('${azurerm_cosmosdb_account.*.name}'), autoscale_settings: absent}
                        """)
                .hasResource("azurerm_cosmosdb_sql_container", """
                        {
                          name: 'cars',
                          partition_key_paths: ['/Brand'],
                          partition_key_kind: 'Hash',
                          partition_key_version: 2,
                          indexing_policy: {
                            indexing_mode: 'consistent',
                            included_path: [{path: '/Brand/?'}, {path: '/"Date listed"/?'}],
                            excluded_path: [{path: '/*'}],
                            composite_index: [{index: [
                              {path: '/Brand', order: 'Ascending'},
                              {path: '/"Date listed"', order: 'Descending'},
                            ]}],
                          },
                          default_ttl: 2592000,
                          unique_key: [{paths: ['/Rego', '/Date listed']}],
                        }
                        """)
                .hasResource("azurerm_cosmosdb_sql_stored_procedure", """
                        {name: 'bulkDelete', body: 'function bulkDelete() { return `$${1}`; }'}
                        """);
    }

    @Test
    void keepsItemsTogetherByUpToThreePaths() {
        new CosmosContainer(
                stack,
                "Cars",
                container(database(account(stack)))
                        .partitionKey(List.of("/Brand", "/Model", "/Rego"))
                        .build());
        assertThat(stack)
                .hasResource(
                        "azurerm_cosmosdb_sql_container",
                        "{partition_key_kind: 'MultiHash', indexing_policy: absent, default_ttl: absent}");
    }

    @Test
    void scalesByItself() {
        ICosmosAccount account = new CosmosAccount(
                stack,
                "Account",
                CosmosAccountProps.builder()
                        .capacityMode(CapacityMode.AUTOSCALE)
                        .build());
        CosmosDatabase database = new CosmosDatabase(
                stack,
                "Database",
                CosmosDatabaseProps.builder()
                        .account(account)
                        .name("market")
                        .maxThroughput(4000)
                        .build());
        new CosmosContainer(
                stack, "Cars", container(database).maxThroughput(1000).build());
        assertThat(stack)
                .hasResource("azurerm_cosmosdb_sql_database", "{autoscale_settings: {max_throughput: 4000}}")
                .hasResource("azurerm_cosmosdb_sql_container", "{autoscale_settings: {max_throughput: 1000}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AUTOSCALE | 999 | throughput of 999 RU/s at most is not allowed: 1000 to 1000000, in steps of 1000",
                "AUTOSCALE | 1500 | throughput of 1500 RU/s at most is not allowed: 1000 to 1000000, in steps of 1000",
                "AUTOSCALE | 1001000 | throughput of 1001000 RU/s at most is not allowed: 1000 to 1000000, in steps of 1000",
                "SERVERLESS | 1000 | throughput of 1000 RU/s is not allowed: the account is serverless",
            })
    void refusesThroughputThatIsNone(CapacityMode mode, int most, String message) {
        ICosmosAccount account = new CosmosAccount(
                stack,
                "Account",
                CosmosAccountProps.builder().capacityMode(mode).build());
        CosmosDatabaseProps props = CosmosDatabaseProps.builder()
                .account(account)
                .name("market")
                .maxThroughput(most)
                .build();
        assertThatThrownBy(() -> new CosmosDatabase(stack, "Refused", props))
                .hasMessage(message + " (at test-stack/Refused)");
        CosmosDatabase database = database(account);
        CosmosContainerProps container = container(database).maxThroughput(most).build();
        assertThatThrownBy(() -> new CosmosContainer(stack, "Container", container))
                .hasMessage(message + " (at test-stack/Container)");
    }

    /** Reading data is a right of Cosmos DB's own; a role of Azure's gives none. */
    @Test
    void grantsByItsOwnRoles() {
        CosmosAccount account = account(stack);
        CosmosDatabase database = database(account);
        CosmosContainer container =
                new CosmosContainer(stack, "Cars", container(database).build());
        account.grantRead(READERS);
        database.grantWrite(READERS);
        container.grantWrite(READERS);
        container.grantWrite(READERS);
        assertThat(stack)
                .hasResourceCount("azurerm_role_assignment", 0)
                .hasResourceCount("azurerm_cosmosdb_sql_role_assignment", 3)
                .hasResourceCount("time_sleep", 3)
                .hasResource("azurerm_cosmosdb_sql_role_assignment", """
                        {
                          role_definition_id: textLike('${azurerm_cosmosdb_account.*.id}/sqlRoleDefinitions/00000000-0000-0000-0000-000000000001'),
                          scope: textLike('${azurerm_cosmosdb_account.*.id}'),
                          principal_id: '11111111-2222-3333-4444-555555555555',
                        }
                        """)
                .hasResource("azurerm_cosmosdb_sql_role_assignment", """
                        {
                          role_definition_id: textLike('**/sqlRoleDefinitions/00000000-0000-0000-0000-000000000002'),
                          scope: textLike('${azurerm_cosmosdb_account.*.id}/dbs/${azurerm_cosmosdb_sql_database.*.name}'),
                        }
                        """)
                .hasResource("azurerm_cosmosdb_sql_role_assignment", """
                        {scope: textLike('**/dbs/${azurerm_cosmosdb_sql_database.*.name}/colls/${azurerm_cosmosdb_sql_container.*.name}')}
                        """);
    }

    @Test
    void grantsOnWhatExists() {
        ICosmosContainer container =
                CosmosContainer.fromContainerId(stack, "Cars", ACCOUNT + "/sqlDatabases/market/containers/cars");
        container.grantRead(READERS);
        CosmosDatabase.fromDatabaseId(stack, "Market", ACCOUNT + "/sqlDatabases/market")
                .grantRead(READERS);
        CosmosAccount.fromAccountId(stack, "Hub", ACCOUNT).grantWrite(READERS);
        assertThat(container.database().account().endpoint()).isEqualTo("https://cosmos-hub.documents.azure.com:443/");
        assertThat(stack)
                .hasResource(
                        "azurerm_cosmosdb_sql_role_assignment",
                        "{account_name: 'cosmos-hub', resource_group_name: 'rg-hub', scope: '%s/dbs/market/colls/cars'}"
                                .formatted(ACCOUNT))
                .hasResource("azurerm_cosmosdb_sql_role_assignment", "{scope: '%s/dbs/market'}".formatted(ACCOUNT))
                .hasResource("azurerm_cosmosdb_sql_role_assignment", "{scope: '%s'}".formatted(ACCOUNT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "Cosmos", "cosmos-", "cosmos_db"})
    void refusesNamesOfAccountsThatAzureRefuses(String name) {
        CosmosAccountProps props = CosmosAccountProps.builder().name(name).build();
        assertThatThrownBy(() -> new CosmosAccount(stack, "Account", props))
                .hasMessage(
                        "cosmos db account name \"%s\" (%d characters) is not allowed: 3 to 44 characters, lower-case"
                                        .formatted(name, name.length())
                                + " letters, digits and hyphens inside (at test-stack/Account)");
    }

    @Test
    void refusesNamesThatAddressesCannotHave() {
        CosmosDatabase database = database(account(stack));
        String allowed = " is not allowed: 1 to 255 characters, none of /\\#?, no space at the end";
        assertThatThrownBy(() -> new CosmosContainer(
                        stack, "Container", container(database).name("a/b").build()))
                .hasMessage("cosmos db container name \"a/b\" (3 characters)" + allowed + " (at test-stack/Container)");
        CosmosContainer container =
                new CosmosContainer(stack, "Cars", container(database).build());
        assertThatThrownBy(() -> container.addStoredProcedure("a?", "function a() {}"))
                .hasMessage(
                        "cosmos db stored procedure name \"a?\" (2 characters)" + allowed + " (at test-stack/Cars)");
        assertThatThrownBy(() -> container.addStoredProcedure("a", " "))
                .hasMessage("stored procedure \"a\" is empty (at test-stack/Cars)");
    }

    @Test
    void refusesKeysThatCosmosDbRefuses() {
        CosmosContainerPropsBuilder props = CosmosContainerProps.builder();
        assertThatThrownBy(() -> props.partitionKey(List.of("Brand")).build())
                .hasMessage(
                        "partition key [Brand] is not allowed: 1 to 3 different paths such as /Brand or /address/city");
        assertThatThrownBy(() -> props.partitionKey(List.of()).build())
                .hasMessage("partition key [] is not allowed: 1 to 3 different paths such as /Brand or /address/city");
        assertThatThrownBy(() ->
                        props.partitionKey(List.of("/a", "/b", "/c", "/d")).build())
                .hasMessage("partition key [/a, /b, /c, /d] is not allowed:"
                        + " 1 to 3 different paths such as /Brand or /address/city");
        props.partitionKey(List.of("/a"));
        assertThatThrownBy(() -> props.uniqueKeys(List.of(List.of("/a", "/a"))).build())
                .hasMessage(
                        "unique key [/a, /a] is not allowed: 1 to 16 different paths such as /Brand or /address/city");
        assertThatThrownBy(() ->
                        props.uniqueKeys(Collections.nCopies(11, List.of("/a"))).build())
                .hasMessage("11 unique keys are not allowed: 10 at most");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.5S", "PT600000H"})
    void refusesATimeToLiveThatIsNone(Duration timeToLive) {
        CosmosContainerPropsBuilder props =
                CosmosContainerProps.builder().partitionKey(List.of("/a")).timeToLive(timeToLive);
        assertThatThrownBy(props::build)
                .hasMessage("time to live %s is not allowed: whole seconds, 1 to 2147483647".formatted(timeToLive));
    }

    @Test
    void refusesAnIndexThatIsNone() {
        assertThatThrownBy(() -> Indexing.builder().included(List.of("/Brand")).build())
                .hasMessage(
                        "index path \"/Brand\" is not allowed: one such as /Brand/?, /\"Date listed\"/? or /Details/*");
        assertThatThrownBy(
                        () -> Indexing.builder().included(List.of("/Brand/?")).build())
                .hasMessage(
                        "indexing of all other paths is not said: \"/*\" must be in one of included [/Brand/?] and excluded []");
        assertThatThrownBy(() -> Indexing.builder().excluded(List.of("/*")).build())
                .hasMessage(
                        "indexing of all other paths is not said: \"/*\" must be in one of included [/*] and excluded [/*]");
    }

    @Test
    void refusesACompositeIndexThatIsNone() {
        assertThatThrownBy(() -> IndexedPath.ascending("/Brand/?"))
                .hasMessage(
                        "path \"/Brand/?\" of a composite index is not allowed: one such as /Rego or /\"Date listed\"");
        IndexedPath brand = IndexedPath.ascending("/Brand");
        assertThatThrownBy(() ->
                        Indexing.builder().composite(List.of(List.of(brand))).build())
                .hasMessage("composite index [/Brand] is not allowed: 2 to 8 different paths");
        assertThatThrownBy(() -> Indexing.builder()
                        .composite(List.of(List.of(brand, IndexedPath.descending("/Brand"))))
                        .build())
                .hasMessage("composite index [/Brand, /Brand] is not allowed: 2 to 8 different paths");
        List<IndexedPath> index = List.of(brand, IndexedPath.ascending("/Model"));
        assertThatThrownBy(() -> Indexing.builder()
                        .composite(Collections.nCopies(101, index))
                        .build())
                .hasMessage("101 composite indexes are not allowed: 100 at most");
    }

    private static CosmosAccount account(PlatformStack stack) {
        return new CosmosAccount(stack, "Account", CosmosAccountProps.builder().build());
    }

    private CosmosDatabase database(ICosmosAccount account) {
        return new CosmosDatabase(
                stack,
                "Database",
                CosmosDatabaseProps.builder().account(account).name("market").build());
    }

    private static CosmosContainerPropsBuilder container(ICosmosDatabase database) {
        return CosmosContainerProps.builder().database(database).name("cars").partitionKey(List.of("/Brand"));
    }
}
