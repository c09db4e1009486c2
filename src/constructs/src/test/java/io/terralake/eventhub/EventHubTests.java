package io.terralake.eventhub;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.ConstructException;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHubTests {
    private static final String HUB = PlatformTeam.id("Microsoft.EventHub/namespaces/evhns-hub/eventhubs/orders");

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void isSafeByDefault() {
        namespace(stack);
        assertThat(stack).hasResource("azurerm_eventhub_namespace", """
                {
                  name: 'evhns-lakes-test-weu',
                  sku: 'Standard',
                  capacity: 1,
                  auto_inflate_enabled: true,
                  maximum_throughput_units: 4,
                  local_authentication_enabled: false,
                  minimum_tls_version: '1.2',
                  identity: {type: 'SystemAssigned'},
                  network_rulesets: [{
                    default_action: 'Deny',
                    trusted_service_access_enabled: true,
                    ip_rule: [{ip_mask: '203.0.113.0/24', action: 'Allow'}],
                    virtual_network_rule: [],
                  }],
                }
                """);
    }

    @Test
    void isReachedFromInsideOnlyInPrivateMode() {
        PlatformStack closed = Stacks.privateStack();
        namespace(closed);
        assertThat(closed)
                .hasResource("azurerm_eventhub_namespace", """
                        {
                          public_network_access_enabled: false,
                          network_rulesets: [{public_network_access_enabled: false, default_action: 'Deny', ip_rule: []}],
                        }
                        """)
                .hasResource(
                        "azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['namespace']}}")
                .hasResource("azurerm_private_dns_zone", "{name: 'privatelink.servicebus.windows.net'}");
    }

    /** Those of Databricks have the endpoint of storage only: Azure would refuse the rule, and all that hangs on it. */
    @Test
    void doesNotFailForASubnetThatGoesElsewhere() {
        PlatformStack compute = Stacks.publicStackWithCompute();
        namespace(compute);
        assertThat(compute).hasResource("azurerm_eventhub_namespace", """
                {network_rulesets: [{virtual_network_rule: arrayWith({
                  subnet_id: textLike('${azurerm_subnet.*.id}'),
                  ignore_missing_virtual_network_service_endpoint: true,
                })}]}
                """);
    }

    @Test
    void doesNotGrowWhenItMayNot() {
        new EventHubNamespace(
                stack,
                "Namespace",
                EventHubNamespaceProps.builder()
                        .throughputUnits(2)
                        .maximumThroughputUnits(2)
                        .build());
        assertThat(stack)
                .hasResource(
                        "azurerm_eventhub_namespace",
                        "{capacity: 2, auto_inflate_enabled: false, maximum_throughput_units: 0}");
    }

    @Test
    void keepsEventsForADay() {
        hub(EventHubProps.builder());
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.EventHub/namespaces/eventhubs@2024-01-01',
                  name: 'cars',
                  parent_id: textLike('${azurerm_eventhub_namespace.*.id}'),
                  body: {properties: exactly({
                    partitionCount: 4,
                    retentionDescription: {cleanupPolicy: 'Delete', retentionTimeInHours: 24},
                  })},
                }
                """);
    }

    /** As the namespace's identity: shared keys are off on the lake. */
    @Test
    void capturesIntoTheLakeByIdentity() {
        hub(EventHubProps.builder()
                .capture(Capture.builder().zone(bronze()).folder("used-cars").build()));
        assertThat(stack).hasResource("azapi_resource", """
                        {
                          body: {properties: {captureDescription: {
                            enabled: true,
                            encoding: 'Avro',
                            intervalInSeconds: 300,
                            sizeLimitInBytes: 314572800,
                            skipEmptyArchives: true,
                            destination: {
                              name: 'EventHubArchive.AzureBlockBlob',
                              identity: {type: 'SystemAssigned'},
                              properties: {
                                storageAccountResourceId: textLike('${azurerm_storage_account.*.id}'),
                                blobContainer: 'bronze',
                                archiveNameFormat: 'used-cars/{Namespace}/{EventHub}/{Year}/{Month}/{Day}/{Hour}_{Minute}_{Second}_{PartitionId}',
                              },
                            },
                          }}},
                          depends_on: anyValue,
                        }
                        """).hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Storage Blob Data Contributor',
                          principal_id: textLike('${azurerm_eventhub_namespace.*.identity[0].principal_id}'),
                        }
                        """);
    }

    @Test
    void hasConsumerGroups() {
        EventHub hub = hub(EventHubProps.builder());
        hub.addConsumerGroup("spark");
        assertThat(stack).hasResource("azurerm_eventhub_consumer_group", "{name: 'spark'}");
        assertThatThrownBy(() -> hub.addConsumerGroup("Spark"))
                .isInstanceOf(ConstructException.class)
                .hasMessage("consumer group \"Spark\" is there already (at test-stack/Hub)");
        assertThatThrownBy(() -> hub.addConsumerGroup("$Default"))
                .hasMessage("consumer group name \"$Default\" (8 characters) is not allowed: 1 to 50 characters,"
                        + " letters, digits and '._-' inside (at test-stack/Hub)");
        IntStream.range(2, 20).forEach(i -> hub.addConsumerGroup("group" + i));
        assertThatThrownBy(() -> hub.addConsumerGroup("last"))
                .hasMessage("consumer group \"last\" is one too many: 20 at most, with $Default (at test-stack/Hub)");
    }

    @Test
    void grantsOnAnExistingHub() {
        IEventHub hub = EventHub.fromEventHubId(stack, "Hub", HUB);
        hub.grantSend(Principal.group("senders", "11111111-2222-3333-4444-555555555555"));
        hub.grantReceive(Principal.group("readers", "22222222-2222-3333-4444-555555555555"));
        assertThat(hub.eventHubName()).isEqualTo("orders");
        assertThat(hub.host()).isEqualTo("evhns-hub.servicebus.windows.net");
        for (String role : new String[] {"Azure Event Hubs Data Sender", "Azure Event Hubs Data Receiver"}) {
            assertThat(stack)
                    .hasResource("azurerm_role_assignment", Map.of("role_definition_name", role, "scope", HUB));
        }
    }

    @Test
    void grantsOnAnExistingNamespace() {
        String id = PlatformTeam.id("Microsoft.EventHub/namespaces/evhns-hub");
        IEventHubNamespace namespace = EventHubNamespace.fromNamespaceId(stack, "Namespace", id);
        namespace.grantSend(Principal.group("senders", "11111111-2222-3333-4444-555555555555"));
        namespace.grantReceive(Principal.group("readers", "22222222-2222-3333-4444-555555555555"));
        assertThat(stack)
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of("role_definition_name", "Azure Event Hubs Data Sender", "scope", id))
                .hasResource(
                        "azurerm_role_assignment",
                        Map.of("role_definition_name", "Azure Event Hubs Data Receiver", "scope", id));
        EventHubProps props = EventHubProps.builder()
                .namespace(namespace)
                .name("cars")
                .capture(Capture.builder().zone(bronze()).build())
                .build();
        assertThatThrownBy(() -> new EventHub(stack, "Hub", props))
                .hasMessage("capture needs a namespace that is made here: of another one nobody knows the identity"
                        + " (at test-stack/Hub)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "1numbers", "lake-", "lake-sb", "lake-mgmt", "lake_s"})
    void refusesNamesOfNamespacesThatAzureRefuses(String name) {
        EventHubNamespaceProps props =
                EventHubNamespaceProps.builder().name(name).build();
        assertThatThrownBy(() -> new EventHubNamespace(stack, "Namespace", props))
                .hasMessage(
                        "event hub namespace name \"%s\" (%d characters) is not allowed: 6 to 50 characters, letters,"
                                        .formatted(name, name.length())
                                + " digits and hyphens inside, a letter first, not -sb or -mgmt at the end (at test-stack/Namespace)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 1 | throughput units of 0 is not allowed: 1 to 40",
                "41 | 41 | throughput units of 41 is not allowed: 1 to 40",
                "5 | 4 | maximum of throughput units of 4 is not allowed: 5 to 40",
                "1 | 41 | maximum of throughput units of 41 is not allowed: 1 to 40",
            })
    void refusesUnitsThatAzureRefuses(int units, int most, String message) {
        var builder = EventHubNamespaceProps.builder().throughputUnits(units).maximumThroughputUnits(most);
        assertThatThrownBy(builder::build).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | PT24H | partitions of 0 is not allowed: 1 to 32",
                "33 | PT24H | partitions of 33 is not allowed: 1 to 32",
                "1 | PT30M | event retention PT30M is not allowed: PT1H to PT168H (7 days), in whole hours",
                "1 | PT169H | event retention PT169H is not allowed: PT1H to PT168H (7 days), in whole hours",
                "1 | PT90M | event retention PT1H30M is not allowed: PT1H to PT168H (7 days), in whole hours",
            })
    void refusesHubsThatAzureRefuses(int partitions, Duration retention, String message) {
        var builder =
                EventHubProps.builder().name("cars").partitions(partitions).retention(retention);
        assertThatThrownBy(builder::build).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT59S | 10 | a | capture interval PT59S is not allowed: PT1M to PT15M, in whole seconds",
                "PT15M1S | 10 | a | capture interval PT15M1S is not allowed: PT1M to PT15M, in whole seconds",
                "PT1M0.5S | 10 | a | capture interval PT1M0.5S is not allowed: PT1M to PT15M, in whole seconds",
                "PT1M | 9 | a | capture size of 9 is not allowed: 10 to 500 MB",
                "PT1M | 501 | a | capture size of 501 is not allowed: 10 to 500 MB",
                "PT1M | 10 | a/ | capture folder \"a/\" is not allowed: folders joined by '/', none of \\{} in their names",
                "PT1M | 10 | {Year} | capture folder \"{Year}\" is not allowed: folders joined by '/', none of \\{} in their names",
            })
    void refusesACaptureThatAzureRefuses(Duration interval, int megabytes, String folder, String message) {
        var builder = Capture.builder()
                .zone(bronze())
                .interval(interval)
                .megabytes(megabytes)
                .folder(folder);
        assertThatThrownBy(builder::build).hasMessage(message);
    }

    @Test
    void refusesAHubsNameThatAzureRefuses() {
        assertThatThrownBy(() -> new EventHub(
                        stack,
                        "Hub",
                        EventHubProps.builder()
                                .namespace(namespace(stack))
                                .name("cars/")
                                .build()))
                .hasMessage("event hub name \"cars/\" (5 characters) is not allowed: 1 to 256 characters,"
                        + " letters, digits and '._-' inside (at test-stack/Hub)");
    }

    private EventHub hub(EventHubPropsBuilder props) {
        return new EventHub(
                stack, "Hub", props.namespace(namespace(stack)).name("cars").build());
    }

    private static EventHubNamespace namespace(PlatformStack stack) {
        return new EventHubNamespace(
                stack, "Namespace", EventHubNamespaceProps.builder().build());
    }

    private Zone bronze() {
        return new DataLake(stack, "Lake", DataLakeProps.builder().build())
                .addZone("bronze", ZoneProps.builder().build());
    }
}
