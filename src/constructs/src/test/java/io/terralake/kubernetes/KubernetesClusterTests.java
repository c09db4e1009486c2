package io.terralake.kubernetes;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.azure.Region;
import io.terralake.core.Place;
import io.terralake.core.PlaceProps;
import io.terralake.core.PlatformStack;
import io.terralake.identity.Principal;
import io.terralake.monitoring.LogSink;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.settings.ProtectionSettings;
import io.terralake.settings.RemovalPolicy;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesClusterTests {
    private static final String OBJECT = "11111111-2222-3333-4444-555555555555";
    private static final Principal PEOPLE = Principal.group("people", OBJECT);
    private static final String ZONE =
            PlatformTeam.id("Microsoft.Network/privateDnsZones/privatelink.westeurope.azmk8s.io");

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void takesIdentitiesOfEntraOnly() {
        Clusters.cluster(stack, KubernetesClusterProps.builder().administrators(List.of(PEOPLE)));
        assertThat(stack).hasResource("azurerm_kubernetes_cluster", """
                {
                  name: 'aks-lakes-test-weu',
                  location: 'westeurope',
                  local_account_disabled: true,
                  role_based_access_control_enabled: true,
                  azure_active_directory_role_based_access_control: {
                    azure_rbac_enabled: true,
                    tenant_id: textLike('${data.azurerm_client_config.*.tenant_id}'),
                    admin_group_object_ids: ['%s'],
                  },
                  oidc_issuer_enabled: true,
                  workload_identity_enabled: true,
                  run_command_enabled: false,
                  linux_profile: absent,
                  service_principal: absent,
                }
                """.formatted(OBJECT));
    }

    @Test
    void isKeptUpToDateAndClean() {
        Clusters.cluster(stack);
        assertThat(stack).hasResource("azurerm_kubernetes_cluster", """
                {
                  kubernetes_version: absent,
                  automatic_upgrade_channel: 'stable',
                  node_os_upgrade_channel: 'NodeImage',
                  image_cleaner_enabled: true,
                  image_cleaner_interval_hours: 168,
                  azure_policy_enabled: true,
                  key_vault_secrets_provider: {secret_rotation_enabled: true},
                  azure_active_directory_role_based_access_control: {azure_rbac_enabled: true, admin_group_object_ids: absent},
                  tags: {workload: 'lakes'},
                }
                """);
    }

    @Test
    void hasNodesThatComeAndGoInAllZones() {
        KubernetesCluster cluster = Clusters.cluster(stack);
        assertThat(cluster.minNodes()).contains(3);
        assertThat(stack).hasResource("azurerm_kubernetes_cluster", """
                {
                  default_node_pool: {
                    name: 'nodes',
                    temporary_name_for_rotation: 'rotation',
                    vm_size: 'Standard_D4ds_v5',
                    os_sku: 'AzureLinux',
                    max_pods: 250,
                    vnet_subnet_id: textLike('${azurerm_subnet_nat_gateway_association.Nodes_*.subnet_id}'),
                    node_public_ip_enabled: false,
                    host_encryption_enabled: true,
                    auto_scaling_enabled: true,
                    min_count: 3,
                    max_count: 6,
                    node_count: absent,
                    zones: ['1', '2', '3'],
                    upgrade_settings: {max_surge: '10%'},
                  },
                  network_profile: {
                    network_plugin: 'azure',
                    network_plugin_mode: 'overlay',
                    network_data_plane: 'cilium',
                    network_policy: 'cilium',
                    load_balancer_sku: 'standard',
                    outbound_type: 'userAssignedNATGateway',
                    pod_cidr: '100.64.0.0/16',
                    service_cidr: '100.65.0.0/16',
                    dns_service_ip: '100.65.0.10',
                  },
                }
                """);
    }

    @Test
    void isAskedByTheAllowListAndItsNodesInPublicMode() {
        Clusters.cluster(stack);
        assertThat(stack).hasResource("azurerm_kubernetes_cluster", """
                {
                  dns_prefix: 'aks-lakes-test-weu',
                  dns_prefix_private_cluster: absent,
                  private_cluster_enabled: false,
                  private_cluster_public_fqdn_enabled: false,
                  private_dns_zone_id: absent,
                  api_server_access_profile: {
                    authorized_ip_ranges: [textLike('${azurerm_public_ip.Nodes_*.ip_address}/32'), '203.0.113.0/24'],
                  },
                }
                """);
    }

    @Test
    void isAskedInTheNetworkOnlyInPrivateMode() {
        PlatformStack inside = Stacks.privateStack();
        Clusters.cluster(inside);
        assertThat(inside)
                .hasResource("azurerm_kubernetes_cluster", """
                        {
                          dns_prefix: 'aks-lakes-test-weu',
                          private_cluster_enabled: true,
                          private_cluster_public_fqdn_enabled: false,
                          private_dns_zone_id: 'System',
                          api_server_access_profile: absent,
                          network_profile: {outbound_type: 'userAssignedNATGateway'},
                        }
                        """)
                .doesNotHaveResource(
                        "azurerm_role_assignment", "{role_definition_name: 'Private DNS Zone Contributor'}");
    }

    @Test
    void isRegisteredInAZoneOfAHub() {
        PlatformStack inside = Stacks.privateStack();
        Clusters.cluster(inside, KubernetesClusterProps.builder().privateDnsZoneId(ZONE));
        assertThat(inside)
                .hasResource("azurerm_kubernetes_cluster", """
                        {
                          dns_prefix: absent,
                          dns_prefix_private_cluster: 'aks-lakes-test-weu',
                          private_dns_zone_id: '%s',
                          depends_on: arrayWith(textLike('time_sleep.Cluster_Identity_PrivateDNSZoneContributor-*')),
                        }
                        """.formatted(ZONE))
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Private DNS Zone Contributor',
                          scope: '%s',
                          principal_id: textLike('${azurerm_user_assigned_identity.Cluster_*.principal_id}'),
                        }
                        """.formatted(ZONE))
                .hasResource("azurerm_role_assignment", """
                        {role_definition_name: 'Network Contributor', scope: textLike('${azurerm_virtual_network.*.id}')}
                        """);
    }

    @Test
    void worksWithTheSubnetByAnIdentityThatIsThereBefore() {
        Clusters.cluster(stack, KubernetesClusterProps.builder().purpose("ml"));
        assertThat(stack)
                .hasResource("azurerm_user_assigned_identity", "{name: 'id-lakes-aks-ml-test-weu'}")
                .hasResource("azurerm_role_assignment", """
                        {
                          role_definition_name: 'Network Contributor',
                          scope: textLike('${azurerm_subnet_nat_gateway_association.Nodes_*.subnet_id}'),
                          principal_id: textLike('${azurerm_user_assigned_identity.Cluster_*.principal_id}'),
                        }
                        """)
                .hasResource("azurerm_kubernetes_cluster", """
                        {
                          name: 'aks-lakes-ml-test-weu',
                          identity: {
                            type: 'UserAssigned',
                            identity_ids: [textLike('${azurerm_user_assigned_identity.Cluster_*.id}')],
                          },
                          depends_on: [
                            textLike('azurerm_role_assignment.Cluster_Identity_NetworkContributor-Nodes_*'),
                            textLike('time_sleep.Cluster_Identity_NetworkContributor-Nodes_*'),
                          ],
                        }
                        """);
    }

    @Test
    void logsItsControlPlaneWithoutReads() {
        stack.share(LogSink.class, Stacks.LOGS);
        Clusters.cluster(stack);
        assertThat(stack).hasResource("azurerm_monitor_diagnostic_setting", """
                {
                  target_resource_id: textLike('${azurerm_kubernetes_cluster.*.id}'),
                  log_analytics_destination_type: 'Dedicated',
                  enabled_log: [
                    {category: 'cloud-controller-manager'},
                    {category: 'cluster-autoscaler'},
                    {category: 'guard'},
                    {category: 'kube-apiserver'},
                    {category: 'kube-audit-admin'},
                    {category: 'kube-controller-manager'},
                    {category: 'kube-scheduler'},
                  ],
                  enabled_metric: [{category: 'AllMetrics'}],
                }
                """);
    }

    @Test
    void promisesToBeThereWhereDataIsRetained() {
        Clusters.cluster(stack);
        assertThat(stack).hasResource("azurerm_kubernetes_cluster", "{sku_tier: 'Free'}");
        PlatformStack prod = Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings())
                .withProtection(new ProtectionSettings(RemovalPolicy.RETAIN, false)));
        Clusters.cluster(prod);
        assertThat(prod).hasResource("azurerm_kubernetes_cluster", "{sku_tier: 'Standard', lifecycle: absent}");
        PlatformStack paid = Stacks.publicStack();
        Clusters.cluster(paid, KubernetesClusterProps.builder().tier(ClusterTier.STANDARD));
        assertThat(paid).hasResource("azurerm_kubernetes_cluster", "{sku_tier: 'Standard'}");
    }

    @Test
    void hasNoZonesWhereThereAreNone() {
        PlatformStack west =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withLocation(Region.WEST_US));
        Clusters.cluster(west, KubernetesClusterProps.builder().maxNodes(2));
        assertThat(west)
                .hasResource("azurerm_kubernetes_cluster", "{default_node_pool: {zones: absent, min_count: 2}}");
        PlatformStack wrong =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withLocation(Region.WEST_US));
        assertThatThrownBy(() ->
                        Clusters.cluster(wrong, KubernetesClusterProps.builder().zoneRedundant(true)))
                .hasMessage("a zone-redundant cluster needs availability zones, which westus has none of"
                        + " (at test-stack/Cluster)");
    }

    @Test
    void isUsedByWhomItIsGranted() {
        KubernetesCluster cluster = Clusters.cluster(stack);
        cluster.grantUse(PEOPLE);
        cluster.grantRead(Principal.group("readers", "21111111-2222-3333-4444-555555555555"));
        cluster.grantWrite(Principal.group("writers", "31111111-2222-3333-4444-555555555555"));
        cluster.grantAdmin(Principal.group("admins", "41111111-2222-3333-4444-555555555555"));
        for (String granted : List.of(
                "1:Azure Kubernetes Service Cluster User Role",
                "2:Azure Kubernetes Service Cluster User Role",
                "2:Azure Kubernetes Service RBAC Reader",
                "3:Azure Kubernetes Service Cluster User Role",
                "3:Azure Kubernetes Service RBAC Writer",
                "4:Azure Kubernetes Service Cluster User Role",
                "4:Azure Kubernetes Service RBAC Cluster Admin")) {
            assertThat(stack)
                    .hasResource("azurerm_role_assignment", """
                    {
                      role_definition_name: '%s',
                      principal_id: '%s1111111-2222-3333-4444-555555555555',
                      scope: textLike('${azurerm_kubernetes_cluster.Cluster_*.id}'),
                    }
                    """.formatted(granted.substring(2), granted.charAt(0)));
        }
        assertThat(stack).hasResourceCount("azurerm_role_assignment", 8);
    }

    @Test
    void isImportedById() {
        String id = PlatformTeam.id("Microsoft.ContainerService/managedClusters/aks-hub");
        IKubernetesCluster hub = KubernetesCluster.fromKubernetesClusterId(stack, "Hub", id);
        assertThat(hub.clusterId()).isEqualTo(id);
        assertThat(hub.clusterName()).isEqualTo("aks-hub");
        assertThat(hub.location()).isEqualTo("westeurope");
        assertThat(hub.minNodes()).isEmpty();
        hub.grantUse(PEOPLE);
        assertThat(stack).hasResource("azurerm_role_assignment", """
                {role_definition_name: 'Azure Kubernetes Service Cluster User Role', scope: '%s'}
                """.formatted(id));
        assertThatThrownBy(() -> KubernetesCluster.fromKubernetesClusterId(stack, "Vault", PlatformTeam.VAULT))
                .hasMessageContaining("is the id of a Microsoft.KeyVault/vaults")
                .hasMessageEndingWith("(at test-stack/Vault)");
    }

    @Test
    void isMeasured() {
        assertThat(Clusters.cluster(stack).metricNodeCpu().name()).isEqualTo("node_cpu_usage_percentage");
    }

    @Test
    void refusesASubnetThatIsTooSmall() {
        KubernetesSubnet subnet = Clusters.subnet(stack, "10.1.16.0/27");
        assertThatThrownBy(() -> Clusters.cluster(
                        stack, KubernetesClusterProps.builder().subnet(subnet).maxNodes(23)))
                .hasMessage("the subnet \"10.1.16.0/27\" is too small: 28 addresses are needed, 27 are left"
                        + " (at test-stack/Cluster)");
        PlatformStack other = Stacks.publicStack();
        KubernetesSubnet shared = Clusters.subnet(other, "10.1.16.0/27");
        Clusters.cluster(other, KubernetesClusterProps.builder().subnet(shared).maxNodes(22));
        assertThatThrownBy(() -> new KubernetesCluster(
                        other,
                        "Second",
                        KubernetesClusterProps.builder()
                                .subnet(shared)
                                .maxNodes(1)
                                .purpose("two")
                                .build()))
                .hasMessage("the subnet \"10.1.16.0/27\" is too small: 4 addresses are needed, 0 are left"
                        + " (at test-stack/Second)");
    }

    @Test
    void refusesANetworkInAnotherRegion() {
        Place place = new Place(
                stack,
                "Place",
                PlaceProps.builder().purpose("us").region(Region.EAST_US_2).build());
        KubernetesClusterProps props = KubernetesClusterProps.builder()
                .subnet(Clusters.subnet(stack))
                .maxNodes(3)
                .build();
        assertThatThrownBy(() -> new KubernetesCluster(place, "Cluster", props))
                .hasMessage("a cluster in eastus2 cannot have nodes in a network in westeurope"
                        + " (at test-stack/Place/Cluster)");
    }

    /** An API server without a list of addresses takes everybody's. */
    @Test
    void refusesASubnetWithoutAddressesInPublicMode() {
        IKubernetesSubnet subnet = KubernetesSubnet.fromSubnetId(stack, "Hub", PlatformTeam.HOST_SUBNET, List.of());
        assertThatThrownBy(() ->
                        Clusters.cluster(stack, KubernetesClusterProps.builder().subnet(subnet)))
                .hasMessage("the subnet has no outbound addresses: in public mode its nodes are let in by them"
                        + " (at test-stack/Cluster)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Microsoft.Network/privateDnsZones/privatelink.northeurope.azmk8s.io | the private DNS zone \"privatelink.northeurope.azmk8s.io\" is not allowed: privatelink.westeurope.azmk8s.io, or one below it",
                "Microsoft.Network/privateDnsZones/example.com | the private DNS zone \"example.com\" is not allowed: privatelink.westeurope.azmk8s.io, or one below it",
            })
    void refusesZonesOfSomethingElse(String zone, String message) {
        KubernetesClusterPropsBuilder props = KubernetesClusterProps.builder().privateDnsZoneId(PlatformTeam.id(zone));
        assertThatThrownBy(() -> Clusters.cluster(Stacks.privateStack(), props))
                .hasMessage(message + " (at test-stack/Cluster)");
    }

    @Test
    void refusesAZoneInPublicMode() {
        assertThatThrownBy(() ->
                        Clusters.cluster(stack, KubernetesClusterProps.builder().privateDnsZoneId(ZONE)))
                .hasMessage("a private DNS zone is for the network mode \"private\" only (at test-stack/Cluster)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1.128.0/17 | 100.65.0.0/16 | pod range \"10.1.128.0/17\" is not allowed: it overlaps the network's 10.1.0.0/16",
                "100.64.0.0/16 | 10.1.0.0/20 | service range \"10.1.0.0/20\" is not allowed: it overlaps the network's 10.1.0.0/16",
                "100.64.0.0/15 | 100.65.0.0/16 | pod range \"100.64.0.0/15\" is not allowed: it overlaps the service range 100.65.0.0/16",
                "172.30.0.0/17 | 100.65.0.0/16 | pod range \"172.30.0.0/17\" is not allowed: it overlaps AKS's own 172.30.0.0/16",
                "100.64.0.0/22 | 100.65.0.0/16 | pod range \"100.64.0.0/22\" is not allowed: it has room for 4 nodes, 7 are needed",
                "100.64.0.0/25 | 100.65.0.0/16 | pod range \"100.64.0.0/25\" is not allowed: it has room for 0 nodes, 7 are needed",
                "100.64.0.0/16 | 100.65.0.0/25 | prefix of the service range \"100.65.0.0/25\" of 25 is not allowed: 12 to 24",
                "100.64.0.0/16 | 100.65.0.5 | \"100.65.0.5\" is a single address, a range such as 100.65.0.5/24 is needed",
            })
    void refusesRangesThatAreTaken(String pods, String services, String message) {
        assertThatThrownBy(() -> Clusters.cluster(
                        stack, KubernetesClusterProps.builder().podRange(pods).serviceRange(services)))
                .hasMessage(message + " (at test-stack/Cluster)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-aks", "aks-", "aks.dev", "a123456789012345678901234567890123456789012345678901234567890123"})
    void refusesNamesThatAzureRefuses(String name) {
        assertThatThrownBy(() ->
                        Clusters.cluster(stack, KubernetesClusterProps.builder().name(name)))
                .hasMessage(
                        "kubernetes cluster name \"%s\" (%d characters) is not allowed: 1 to 63 characters, letters, digits, '_' and '-', a letter or digit at both ends (at test-stack/Cluster)"
                                .formatted(name, name.length()));
    }

    @Test
    void refusesHostNamesThatThereCannotBe() {
        assertThatThrownBy(() ->
                        Clusters.cluster(stack, KubernetesClusterProps.builder().name("aks_dev")))
                .hasMessage(
                        "DNS prefix name \"aks_dev\" (7 characters) is not allowed: 1 to 54 characters, letters, digits and '-', a letter or digit at both ends (at test-stack/Cluster)");
        PlatformStack other = Stacks.publicStack();
        Clusters.cluster(other, KubernetesClusterProps.builder().name("aks_dev").dnsPrefix("aks-dev"));
        assertThat(other).hasResource("azurerm_kubernetes_cluster", "{name: 'aks_dev', dns_prefix: 'aks-dev'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Nodes | node pool name \"Nodes\" (5 characters) is not allowed: 1 to 12 characters, lower-case letters and digits, a letter first",
                "1nodes | node pool name \"1nodes\" (6 characters) is not allowed: 1 to 12 characters, lower-case letters and digits, a letter first",
                "thirteenchars | node pool name \"thirteenchars\" (13 characters) is not allowed: 1 to 12 characters, lower-case letters and digits, a letter first",
                "rotation | node pool name \"rotation\" is not allowed: nodes move to a pool of that name while theirs is made anew",
            })
    void refusesPoolsThatThereCannotBe(String pool, String message) {
        assertThatThrownBy(() ->
                        Clusters.cluster(stack, KubernetesClusterProps.builder().poolName(pool)))
                .hasMessage(message + " (at test-stack/Cluster)");
    }

    @Test
    void refusesAdministratorsThatAreNoGroups() {
        assertThatThrownBy(() -> Clusters.cluster(
                        stack, KubernetesClusterProps.builder().administrators(List.of(Principal.user("me", OBJECT)))))
                .hasMessage("the administrator \"me\" is not a group (at test-stack/Cluster)");
        assertThatThrownBy(() -> KubernetesClusterProps.builder()
                        .maxNodes(1)
                        .administrators(Collections.nCopies(21, PEOPLE))
                        .build())
                .hasMessage("number of groups of administrators of 21 is not allowed: 0 to 20");
    }

    @Test
    void refusesNumbersOfNodesThatThereCannotBe() {
        assertThatThrownBy(() -> KubernetesClusterProps.builder().maxNodes(1001).build())
                .hasMessage("maximum of nodes of 1001 is not allowed: 1 to 1000");
        assertThatThrownBy(() ->
                        KubernetesClusterProps.builder().maxNodes(3).minNodes(4).build())
                .hasMessage("minimum of nodes of 4 is not allowed: 1 to 3");
        assertThatThrownBy(() ->
                        KubernetesClusterProps.builder().maxNodes(3).minNodes(0).build())
                .hasMessage("minimum of nodes of 0 is not allowed: 1 to 3");
        assertThatThrownBy(() -> KubernetesClusterProps.builder()
                        .maxNodes(3)
                        .vmSize("D4")
                        .build())
                .hasMessage("VM size \"D4\" is not allowed: a size such as Standard_DS3_v2");
    }
}
