package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.assertions.SynthesizedApp;
import io.terralake.assertions.SynthesizedStack;
import io.terralake.core.PlatformApp;
import io.terralake.settings.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models in a cluster of Kubernetes, which no committed environment has. */
class MlKubernetesTests {
    private static final String GROUP = "11111111-2222-3333-4444-555555555555";
    private static final String TLS = "\"tls\": {\"secret\": \"models-tls\", \"hostName\": \"models.example.com\"}";
    private static final String SERVING = TLS + ", \"onlineEndpoints\": [\"prices\"]";

    @TempDir
    Path folder;

    /** The original's service in Kubernetes asked nobody who they are, and its cluster was no resource. */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void asksForATokenThatExpires(String environment) throws IOException {
        assertThat(ml(environment, SERVING))
                .hasResource("azapi_resource", """
                        {
                          name: 'tlake-%s-prices',
                          body: {properties: {
                            authMode: 'AMLToken',
                            compute: textLike('${azapi_resource.ml_Kubernetes_Compute_*.id}'),
                          }},
                        }
                        """.formatted(environment))
                .hasResource("azapi_resource", """
                        {
                          name: 'tlake-%s-iris',
                          body: {kind: 'Managed', properties: {authMode: 'AADToken'}},
                        }
                        """.formatted(environment))
                .hasResource("azurerm_kubernetes_cluster_extension", """
                        {configuration_settings: {
                          allowInsecureConnections: 'false',
                          sslSecret: 'models-tls',
                          sslCname: 'models.example.com',
                          inferenceRouterHA: 'true',
                        }}
                        """)
                .hasNoAnnotations();
    }

    @Test
    void isAskedByTheAllowListInPublicMode() throws IOException {
        SynthesizedApp app = app("dev", SERVING);
        assertThat(app.stack("dev-landing-zone"))
                .hasResource("azurerm_subnet", """
                        {name: 'snet-tlake-kubernetes-dev-weu', address_prefixes: ['10.10.16.0/24']}
                        """)
                .hasResource("azurerm_network_security_group", """
                        {
                          name: 'nsg-tlake-kubernetes-dev-weu',
                          security_rule: [{source_address_prefixes: ['203.0.113.0/24'], destination_port_range: '443'}],
                        }
                        """);
        assertThat(app.stack("dev-ml-workspaces"))
                .hasResource("azurerm_kubernetes_cluster", """
                        {
                          name: 'aks-tlake-ml-dev-weu',
                          sku_tier: 'Free',
                          local_account_disabled: true,
                          private_cluster_enabled: false,
                          api_server_access_profile: {
                            authorized_ip_ranges: [textLike('**azurerm_public_ip**ip_address}/32'), '203.0.113.0/24'],
                          },
                          default_node_pool: {
                            vnet_subnet_id: textLike('**azurerm_subnet_nat_gateway_association**subnet_id}'),
                            min_count: 3,
                            max_count: 6,
                          },
                        }
                        """)
                .hasResource("azurerm_storage_account", """
                        {
                          name: 'sttlakemldevweu',
                          network_rules: {virtual_network_subnet_ids: arrayWith(
                            textLike('**azurerm_subnet_nat_gateway_associationNetwork_Kubernetes_**subnet_id}'),
                          )},
                        }
                        """);
    }

    @Test
    void isAskedInTheNetworkOnlyInPrivateMode() throws IOException {
        assertThat(ml(
                        "prod",
                        SERVING + ", \"administrators\": [{\"name\": \"ops\", \"objectId\": \"%s\"}]".formatted(GROUP)))
                .hasResource("azurerm_kubernetes_cluster", """
                        {
                          name: 'aks-tlake-ml-prod-weu',
                          sku_tier: 'Standard',
                          private_cluster_enabled: true,
                          private_dns_zone_id: 'System',
                          api_server_access_profile: absent,
                          azure_active_directory_role_based_access_control: {admin_group_object_ids: ['%s']},
                        }
                        """.formatted(GROUP))
                .hasResource("azurerm_kubernetes_cluster_extension", """
                        {configuration_settings: {internalLoadBalancerProvider: 'azure'}}
                        """);
    }

    /** A secret cannot be put into a cluster that is not there. */
    @Test
    void isTheClusterAloneAsLongAsThereIsNoCertificate() throws IOException {
        assertThat(ml("dev", "\"vmSize\": \"Standard_D8ds_v5\", \"maxNodes\": 2"))
                .hasResource("azurerm_kubernetes_cluster", """
                        {default_node_pool: {vm_size: 'Standard_D8ds_v5', min_count: 2, max_count: 2}}
                        """)
                .hasResourceCount("azurerm_kubernetes_cluster_extension", 0)
                .hasResourceCount("azurerm_kubernetes_cluster_trusted_access_role_binding", 0)
                .doesNotHaveResource("azapi_resource", "{body: {properties: {computeType: 'Kubernetes'}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void isNotThereUnlessSomebodyWantsIt(String environment) {
        SynthesizedApp app = Platform.app();
        assertThat(app.stack(environment + "-ml-workspaces")).hasResourceCount("azurerm_kubernetes_cluster", 0);
        assertThat(app.stack(environment + "-landing-zone"))
                .doesNotHaveResource("azurerm_subnet", "{name: 'snet-tlake-kubernetes-%s-weu'}".formatted(environment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void isValidToTerraform(String environment) throws Exception {
        Path outdir = Files.createDirectories(Path.of("target", "kubernetes-" + environment));
        PlatformApp.synth(new Main(environment(environment, SERVING).getParent()), outdir);
        for (String stack : new String[] {"landing-zone", "ml-workspaces"}) {
            Terraform.Run run = Terraform.of(outdir, environment + "-" + stack).run(Map.of(), "validate", "-no-color");
            assertThat(run.exitCode()).as(run.output()).isZero();
        }
    }

    @Test
    void needsAPlaceForItsNodes() throws IOException {
        Path file = environment("dev", SERVING);
        Files.writeString(file, Files.readString(file).replaceFirst("\"kubernetesSubnet\": \"[^\"]*\",", ""));
        assertThatThrownBy(() -> PlatformApp.synth(new Main(file.getParent()), folder.resolve("out")))
                .hasMessageContaining(
                        "kubernetes needs landingZone.kubernetesSubnet, which its nodes are in (at dev-ml-workspaces/ml)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"onlineEndpoints\": [\"prices\"] | /kubernetes: \"tls\" is missing, endpoints are asked by HTTPS only",
                "\"minNodes\": 4, \"maxNodes\": 3 | /kubernetes/minNodes: 4 is more than maxNodes, which is 3",
                "\"maxNodes\": 1001 | /kubernetes/maxNodes: 1001 must have a maximum value of 1000",
                "\"minNodes\": 0 | /kubernetes/minNodes: 0 must have a minimum value of 1",
                "\"vmSize\": \"D4\" | /kubernetes/vmSize: \"D4\" does not match",
                "\"tls\": {\"secret\": \"models-tls\"} | /kubernetes/tls: required property 'hostName' not found",
                "\"tls\": {\"secret\": \"Models\", \"hostName\": \"models.example.com\"} | /kubernetes/tls/secret: \"Models\" does not match",
                "\"tls\": {\"secret\": \"models\", \"hostName\": \"models\"} | /kubernetes/tls/hostName: \"models\" does not match",
                "\"tls\": {\"secret\": \"models\", \"hostName\": \"models.example.com\"}, \"onlineEndpoints\": [\"iris\"] | /kubernetes/onlineEndpoints: \"iris\" is one of the workspace's onlineEndpoints too",
                "\"tls\": {\"secret\": \"models\", \"hostName\": \"models.example.com\"}, \"onlineEndpoints\": [\"cars\", \"cars\"] | /kubernetes/onlineEndpoints/1: \"cars\" is there twice, at /onlineEndpoints/0 too",
                "\"administrators\": [{\"name\": \"a\", \"objectId\": \"11111111-2222-3333-4444-555555555555\"}, {\"name\": \"b\", \"objectId\": \"11111111-2222-3333-4444-555555555555\"}] | /kubernetes/administrators/1: the group 11111111-2222-3333-4444-555555555555 is there twice, at /administrators/0 too",
            })
    void saysWhatIsWrong(String settings, String message) throws IOException {
        Path file = environment("dev", settings);
        assertThatThrownBy(() -> Environment.read(file, Main.sections()))
                .hasMessageContaining("dev.json#/mlWorkspaces/workspaces/0" + message);
    }

    @Test
    void isInTheRegionOfTheNetwork() throws IOException {
        Path file = environment("prod", SERVING);
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"region\": \"eastus2\"", "\"region\": \"eastus2\", \"kubernetes\": {}"));
        assertThatThrownBy(() -> Environment.read(file, Main.sections()))
                .hasMessageContaining("prod.json#/mlWorkspaces/workspaces/1/kubernetes: is not possible in eastus2:"
                        + " the network of its nodes is in westeurope");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "10.10.16.0/28 | \"10.10.16.0/28\" is too small for the nodes of Kubernetes, at least a /27 is needed",
                "10.11.16.0/24 | \"10.11.16.0/24\" is outside the address space \"10.10.0.0/16\"",
                "10.10.12.0/24 | \"10.10.12.0/24\" overlaps the subnet \"10.10.12.0/26\"",
                "10.10.4.0/24 | \"10.10.4.0/24\" overlaps the subnet \"10.10.4.0/22\"",
            })
    void hasASubnetOfItsOwn(String range, String message) throws IOException {
        Path file = environment("dev", SERVING);
        Files.writeString(file, Files.readString(file).replace("10.10.16.0/24", range));
        assertThatThrownBy(() -> Environment.read(file, Main.sections()))
                .hasMessageContaining("dev.json#/landingZone/kubernetesSubnet: " + message);
    }

    private SynthesizedStack ml(String environment, String settings) throws IOException {
        return app(environment, settings).stack(environment + "-ml-workspaces");
    }

    private SynthesizedApp app(String environment, String settings) throws IOException {
        Path outdir = Files.createDirectories(folder.resolve("out"));
        PlatformApp.synth(new Main(environment(environment, settings).getParent()), outdir);
        return SynthesizedApp.read(outdir);
    }

    private Path environment(String name, String settings) throws IOException {
        String range = name.equals("dev") ? "10.10.16.0/24" : "10.20.64.0/24";
        String text = Files.readString(Path.of("environments", name + ".json"))
                .replace("\"functionSubnet\":", "\"kubernetesSubnet\": \"%s\", \"functionSubnet\":".formatted(range))
                .replaceFirst("\"name\": \"ml\"", "\"name\": \"ml\", \"kubernetes\": {%s}".formatted(settings));
        return Files.writeString(Files.createDirectories(folder.resolve(name)).resolve(name + ".json"), text);
    }
}
