package io.terralake.apimanagement;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.core.PlatformStack;
import io.terralake.keyvault.KeyVault;
import io.terralake.keyvault.KeyVaultProps;
import io.terralake.monitoring.LogSink;
import io.terralake.network.VirtualNetwork;
import io.terralake.network.VirtualNetworkProps;
import io.terralake.testing.PlatformTeam;
import io.terralake.testing.Stacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiManagementTests {
    private static final String OPEN_API = """
            {"openapi": "3.0.3", "info": {"title": "Market ${x}", "version": "1", "description": "Cars ${y}"},
             "paths": {"/cars": {"get": {"operationId": "listCars", "responses": {}}}}}
            """;
    private static final String POLICY = "<policies><inbound><base/><rate-limit calls=\"1\"/></inbound></policies>";

    private final PlatformStack stack = Stacks.publicStack();

    @Test
    void isPaidByTheCallByDefault() {
        stack.share(LogSink.class, Stacks.LOGS);
        service();
        assertThat(stack)
                .hasResource("azurerm_api_management", """
                        {
                          name: 'apim-lakes-test-weu',
                          sku_name: 'Consumption_0',
                          publisher_name: 'Market',
                          publisher_email: 'market@example.com',
                          identity: {type: 'SystemAssigned'},
                          virtual_network_type: 'None',
                          virtual_network_configuration: absent,
                        }
                        """)
                // This tier has none.
                .hasResourceCount("azurerm_monitor_diagnostic_setting", 0);
    }

    @Test
    void reachesBackendsInTheNetwork() {
        stack.share(LogSink.class, Stacks.LOGS);
        VirtualNetwork network = new VirtualNetwork(
                stack,
                "Network",
                VirtualNetworkProps.builder().addressSpace("10.1.0.0/16").build());
        ApiManagementSubnet subnet = new ApiManagementSubnet(
                stack,
                "Subnet",
                ApiManagementSubnetProps.builder()
                        .network(network)
                        .range("10.1.12.0/27")
                        .build());
        new ApiManagement(
                stack,
                "Service",
                props().tier(Tier.STANDARD_V2).subnetId(subnet.subnetId()).build());
        assertThat(stack)
                .hasResource("azurerm_subnet", """
                        {
                          name: 'snet-lakes-apim-test-weu',
                          address_prefixes: ['10.1.12.0/27'],
                          default_outbound_access_enabled: false,
                          delegation: [{service_delegation: {name: 'Microsoft.Web/serverFarms'}}],
                        }
                        """)
                .hasResource("azurerm_api_management", """
                        {
                          sku_name: 'StandardV2_1',
                          virtual_network_type: 'External',
                          virtual_network_configuration: {
                            subnet_id: textLike('${azurerm_subnet_network_security_group_association.*.subnet_id}'),
                          },
                        }
                        """)
                .hasResource(
                        "azurerm_network_security_group", "{name: 'nsg-lakes-apim-test-weu', security_rule: absent}")
                .hasResource("azurerm_subnet_network_security_group_association", """
                        {
                          subnet_id: textLike('${azurerm_subnet.*.id}'),
                          network_security_group_id: textLike('${azurerm_network_security_group.*.id}'),
                        }
                        """)
                .hasResource("azurerm_monitor_diagnostic_setting", "{log_analytics_destination_type: 'Dedicated'}");
        ApiManagementSubnetProps small = ApiManagementSubnetProps.builder()
                .network(network)
                .range("10.1.13.0/28")
                .build();
        assertThatThrownBy(() -> new ApiManagementSubnet(stack, "Small", small))
                .hasMessage("\"10.1.13.0/28\" is too small for API Management, at least a /27 is needed"
                        + " (at test-stack/Small)");
    }

    @Test
    void hasAnApiFromItsDocument() {
        Product product = new Product(
                stack,
                "Product",
                ProductProps.builder()
                        .service(service())
                        .name("partners")
                        .displayName("Partners")
                        .build());
        ApiManagement service = (ApiManagement) stack.getNode().findChild("Service");
        Api api = new Api(
                stack, "Api", api(service).productId(product.productId()).build());
        assertThat(api.url()).endsWith("/market/v1");
        assertThat(stack)
                .hasResource("azurerm_api_management_api", """
                        {
                          name: 'market',
                          display_name: 'Market $${x}',
                          description: 'Cars $${y}',
                          path: 'market/v1',
                          protocols: ['https'],
                          revision: '1',
                          service_url: 'https://backend.example.com/api',
                          subscription_required: true,
                          import: {content_format: 'openapi+json', content_value: textLike('**"Market $${x}"**')},
                        }
                        """)
                .hasResource("azurerm_api_management_api_policy", """
                        {xml_content: '<policies><inbound><base/><rate-limit calls="1"/></inbound></policies>'}
                        """)
                .hasResource("azurerm_api_management_product", """
                        {product_id: 'partners', subscription_required: true, approval_required: true, published: true}
                        """)
                .hasResource(
                        "azurerm_api_management_product_api",
                        "{product_id: textLike('${azurerm_api_management_product.*.product_id}')}");
    }

    @Test
    void needsNoSubscriptionWithoutAProduct() {
        new Api(stack, "Api", api(service()).build());
        assertThat(stack).hasResource("azurerm_api_management_api", "{subscription_required: false}");
    }

    @Test
    void readsSecretsAsItself() {
        ApiManagement service = service();
        KeyVault vault = new KeyVault(stack, "Vault", KeyVaultProps.builder().build());
        service.addNamedValue("tenant", "a${b}");
        service.addNamedSecret("partner", vault, "partner-key");
        assertThat(stack)
                .hasResource(
                        "azurerm_api_management_named_value",
                        "{name: 'tenant', display_name: 'tenant', value: 'a$${b}', secret: absent}")
                .hasResource("azurerm_api_management_named_value", """
                        {
                          name: 'partner',
                          secret: true,
                          value: absent,
                          value_from_key_vault: {secret_id: textLike('${azurerm_key_vault.*.vault_uri}secrets/partner-key')},
                          depends_on: anyValue,
                        }
                        """)
                .hasResource("azurerm_role_assignment", "{role_definition_name: 'Key Vault Secrets User'}");
        assertThatThrownBy(() -> service.addNamedValue("a b", "c"))
                .hasMessage("named value name \"a b\" (3 characters) is not allowed: 1 to 256 characters,"
                        + " letters, digits and '._-' (at test-stack/Service)");
    }

    /** Those that are added later, too: the service refuses a policy that names what is not there. */
    @Test
    void hasItsValuesBeforePolicies() {
        ApiManagement service = service();
        new Api(stack, "Api", api(service).build());
        service.addNamedValue("tenant", "contoso");
        assertThat(stack)
                .hasResource(
                        "azurerm_api_management_api_policy",
                        "{depends_on: [textLike('azurerm_api_management_named_value.*')]}");
    }

    @Test
    void hasApisWhereAPlatformTeamRunsIt() {
        String id = PlatformTeam.id("Microsoft.ApiManagement/service/apim-hub");
        Api api = new Api(
                stack, "Api", api(ApiManagement.fromServiceId(stack, "Hub", id)).build());
        assertThat(api.url()).isEqualTo("https://apim-hub.azure-api.net/market/v1");
        assertThat(stack)
                .hasResource(
                        "azurerm_api_management_api",
                        "{api_management_name: 'apim-hub', resource_group_name: 'rg-hub'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONSUMPTION | 1 | m | m@example.com | units of tier CONSUMPTION of 1 is not allowed: 0 to 0",
                "STANDARD_V2 | 11 | m | m@example.com | units of tier STANDARD_V2 of 11 is not allowed: 1 to 10",
                "DEVELOPER | 1 | ' ' | m@example.com | publisher name \" \" is not allowed: 1 to 100 characters",
                "DEVELOPER | 1 | m | m@example | publisher email \"m@example\" is not allowed: an address of up to 100 characters",
            })
    void refusesServicesThatAzureRefuses(Tier tier, int units, String publisher, String email, String message) {
        ApiManagementPropsBuilder props = ApiManagementProps.builder()
                .tier(tier)
                .units(units)
                .publisherName(publisher)
                .publisherEmail(email);
        assertThatThrownBy(props::build).hasMessage(message);
    }

    @Test
    void refusesASubnetThatIsNone() {
        ApiManagementProps props =
                props().tier(Tier.STANDARD_V2).subnetId(PlatformTeam.NETWORK).build();
        assertThatThrownBy(() -> new ApiManagement(stack, "Service", props))
                .hasMessage(
                        "\"%s\" is the id of a Microsoft.Network/virtualNetworks, /subscriptions/<id>/resourceGroups/<name>"
                                        .formatted(PlatformTeam.NETWORK)
                                + "/providers/Microsoft.Network/virtualNetworks/<name>/subnets/<name> is needed (at test-stack/Service)");
    }

    @Test
    void refusesANetworkThatTheTierDoesNotReach() {
        ApiManagementPropsBuilder props = props().subnetId(PlatformTeam.ENDPOINT_SUBNET);
        assertThatThrownBy(props::build)
                .hasMessage("tier CONSUMPTION reaches no backend in a network: STANDARD_V2 and PREMIUM_V2 do");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ | the OpenAPI document is no JSON, 1:2: Unexpected end-of-input: expected close marker for Object"
                        + " (start marker at [Source: REDACTED (`StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION` disabled); line: 1, column: 1])",
                "{\"a\": 1, \"a\": 2} | the OpenAPI document is no JSON, 1:13: Duplicate field 'a'",
                "{\"openapi\": \"2.0\"} | the OpenAPI document: /openapi: version \"2.0\" is not allowed: 3.0 or 3.1;"
                        + " /info/title: is missing",
                "{\"openapi\": \"3.0.0\", \"info\": {\"title\": \"m\"}} | the OpenAPI document: /paths: there is no operation",
                "{\"openapi\": \"3.0.0\", \"info\": {\"title\": \"m\"}, \"paths\": {\"/a/b\": {\"get\": {}}}}"
                        + " | the OpenAPI document: /paths/~1a~1b/get: operationId is missing",
                "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"m\"}, \"paths\": {\"/a\": {\"get\": {\"operationId\": \"x\"},"
                        + " \"put\": {\"operationId\": \"x\"}}}}"
                        + " | the OpenAPI document: /paths/~1a/put: operationId \"x\" is that of /paths/~1a/get too",
            })
    void refusesADocumentThatIsNoOpenApi(String document, String message) {
        ApiProps props = api(service()).openApi(document).build();
        assertThatThrownBy(() -> new Api(stack, "Api", props)).hasMessage(message + " (at test-stack/Api)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<policies><inbound></policies> | the policy is no XML, 1:22: The element type \"inbound\" must be terminated by"
                        + " the matching end-tag \"</inbound>\".",
                "<policy/> | the policy's root is <policy>, <policies> is needed",
                "<policies><inbond/></policies> | <inbond> is no section of a policy: inbound, backend, outbound, on-error",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///c'>]><policies/> | the policy is no XML, 1:10: DOCTYPE is disallowed when"
                        + " the feature \"http://apache.org/xml/features/disallow-doctype-decl\" set to true.",
            })
    void refusesAPolicyThatIsNone(String policy, String message) {
        ApiProps props = api(service()).policy(policy).build();
        assertThatThrownBy(() -> new Api(stack, "Api", props)).hasMessage(message + " (at test-stack/Api)");
    }

    @Test
    void refusesWhatCallersOrTheGatewayWouldNotReach() {
        ApiManagement service = service();
        assertThatThrownBy(
                        () -> new Api(stack, "A", api(service).path("/market").build()))
                .hasMessage("api path name \"/market\" (7 characters) is not allowed: 1 to 400 characters,"
                        + " letters, digits and '._-' between slashes (at test-stack/A)");
        assertThatThrownBy(() -> new Api(stack, "B", api(service).name("a b").build()))
                .hasMessage("api name \"a b\" (3 characters) is not allowed: 1 to 80 characters,"
                        + " letters, digits and '_-' inside (at test-stack/B)");
        assertThatThrownBy(() -> new Api(
                        stack, "C", api(service).backendUrl("http://backend").build()))
                .hasMessage(
                        "backend \"http://backend\" is not allowed: an address that starts with https:// (at test-stack/C)");
    }

    private ApiManagement service() {
        return new ApiManagement(stack, "Service", props().build());
    }

    private static ApiManagementPropsBuilder props() {
        return ApiManagementProps.builder().publisherName("Market").publisherEmail("market@example.com");
    }

    private static ApiPropsBuilder api(IApiManagement service) {
        return ApiProps.builder()
                .service(service)
                .name("market")
                .path("market/v1")
                .openApi(OPEN_API)
                .policy(POLICY)
                .backendUrl("https://backend.example.com/api");
    }
}
