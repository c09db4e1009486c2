package io.terralake.stacks;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.assertions.SynthesizedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Who gets to the functions of used cars, and by what. The original's functions were anonymous, and its API a line in a list. */
class CarsAccessTests {

    @ParameterizedTest
    @ValueSource(strings = {"dev", "prod"})
    void letsInWhoHasARole(String environment) {
        SynthesizedStack stack = stack(environment);
        assertThat(stack)
                .hasResource("azuread_application", """
                        {
                          display_name: 'tlake-used-cars-%s-weu',
                          app_role: [
                            {value: 'Listings.Generate', allowed_member_types: ['Application']},
                            {value: 'Listings.Read', allowed_member_types: ['Application', 'User']},
                          ],
                        }
                        """.formatted(environment))
                .hasResource("azuread_service_principal", "{app_role_assignment_required: true}")
                .hasResourceCount("azuread_app_role_assignment", 2)
                .hasResource("azuread_app_role_assignment", """
                        {principal_object_id: textLike('${azapi_resource.Generate_Workflow_*.identity[0].principal_id}')}
                        """)
                .hasResource("azuread_app_role_assignment", """
                        {principal_object_id: textLike('${azurerm_api_management.*.identity[0].principal_id}')}
                        """)
                .hasResource("azapi_update_resource", """
                        {
                          name: 'authsettingsV2',
                          body: {properties: {
                            globalValidation: {requireAuthentication: true, unauthenticatedClientAction: 'Return401'},
                            identityProviders: {azureActiveDirectory: {validation: {defaultAuthorizationPolicy: {
                              allowedPrincipals: {identities: [
                                textLike('${azurerm_api_management.*.identity[0].principal_id}'),
                                textLike('${azapi_resource.Generate_Workflow_*.identity[0].principal_id}'),
                              ]},
                            }}}},
                          }},
                        }
                        """);
    }

    @Test
    void isCalledFromTheNetworkAndByWorkflowsOnlyInProd() {
        assertThat(stack("prod"))
                .hasResource("azapi_resource", """
                        {
                          name: 'func-tlake-cars-prod-weu',
                          body: {properties: {siteConfig: {
                            ipSecurityRestrictionsDefaultAction: 'Deny',
                            ipSecurityRestrictions: [{action: 'Allow', tag: 'ServiceTag', ipAddress: 'LogicApps'}],
                          }}},
                        }
                        """)
                .hasResource("azurerm_private_endpoint", "{private_service_connection: {subresource_names: ['sites']}}")
                .hasResource("azurerm_api_management", "{sku_name: 'StandardV2_1', virtual_network_type: 'External'}");
        assertThat(stack("dev"))
                .hasResource("azurerm_api_management", "{sku_name: 'Developer_1', virtual_network_type: 'None'}");
    }

    /** Names that the function app reads, as it reads them. */
    @Test
    void tellsFunctionsWhatTheyWorkWith() throws IOException {
        for (String setting : settings()) {
            assertThat(stack("dev")).hasResource("azapi_resource", """
                    {
                      name: 'func-tlake-cars-dev-weu',
                      body: {properties: {siteConfig: {appSettings: arrayWith({name: '%s', value: anyValue})}}},
                    }
                    """.formatted(setting));
        }
    }

    @Test
    void letsPeopleSignInToThePage() {
        assertThat(stack("dev"))
                .hasResource("azuread_application_redirect_uris", """
                        {type: 'SPA', redirect_uris: [textLike('${azurerm_api_management.*.gateway_url}/used-cars/dashboard/')]}
                        """)
                .hasResource("azapi_resource", """
                        {body: {properties: {siteConfig: {appSettings: arrayWith({
                          name: 'PAGE_SCOPE', value: textLike('${azuread_application.*.client_id}/.default'),
                        })}}}}
                        """);
    }

    @Test
    void offersTheApiAndThePage() {
        assertThat(stack("dev"))
                .hasResourceCount("azurerm_api_management_api", 2)
                .hasResource("azurerm_api_management_api", """
                        {
                          name: 'used-cars',
                          path: 'used-cars/v1',
                          service_url: textLike('https://${azapi_resource.Functions_App_*.output.properties.defaultHostName}/v1'),
                          subscription_required: false,
                        }
                        """)
                .hasResource("azurerm_api_management_api", """
                        {
                          name: 'used-cars-dashboard',
                          path: 'used-cars/dashboard',
                          service_url: textLike('https://${azapi_resource.Functions_App_*.output.properties.defaultHostName}/dashboard'),
                        }
                        """)
                .hasResource("azurerm_api_management_api_policy", """
                        {
                          xml_content: textLike('**<validate-jwt **<value>Listings.Read</value>**<authentication-managed-identity resource="{{used-cars-client}}" />**'),
                          depends_on: anyValue,
                        }
                        """);
    }

    /**
     * Nothing else is for that section.
     *
     * @see <a href="https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies">Error handling in API
     *     Management policies</a>
     */
    @Test
    void tellsOfErrorsByPoliciesThatAreForThem() throws Exception {
        Element errors = policy("policy.xml", "on-error");
        assertThat(elements(errors)).containsExactly("base", "set-variable", "set-variable", "choose");
        NodeList answers = errors.getElementsByTagName("return-response");
        assertThat(answers.getLength()).isEqualTo(2);
        assertThat(elements((Element) answers.item(0)))
                .containsExactly("set-status", "set-header", "set-header", "set-body");
        assertThat(((Element) errors.getElementsByTagName("set-variable").item(0)).getAttribute("value"))
                .as("who lacks the role is told so, as openapi.json has it")
                .isEqualTo(
                        "@((context.LastError.Reason ?? \"\").StartsWith(\"TokenClaim\") ? 403 : context.Response.StatusCode)");
    }

    /** API Management refuses a policy that names a value that there is not. */
    @Test
    void hasEveryValueThatItsPoliciesName() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String policy : new String[] {"policy.xml", "dashboard.xml"}) {
            Matcher value =
                    Pattern.compile("\\{\\{(.*?)}}").matcher(Files.readString(Path.of("used-cars", "api", policy)));
            while (value.find()) {
                named.add(value.group(1));
            }
        }
        assertThat(named).containsExactly("used-cars-client", "used-cars-tenant");
        named.forEach(name -> assertThat(stack("dev"))
                .hasResource("azurerm_api_management_named_value", "{name: '%s'}".formatted(name)));
    }

    /** The gateway does not tell the page's folder from its name without the slash at its end, to which the page's addresses are relative. */
    @Test
    void leadsToThePageWithAndWithoutASlash() throws Exception {
        Element inbound = policy("dashboard.xml", "inbound");
        assertThat(elements(inbound))
                .containsExactly("base", "rate-limit-by-key", "choose", "authentication-managed-identity");
        NodeList cases = inbound.getElementsByTagName("when");
        assertThat(((Element) cases.item(0)).getAttribute("condition"))
                .isEqualTo(
                        "@(context.Operation.UrlTemplate == \"/\" && !context.Request.OriginalUrl.Path.EndsWith(\"/\"))");
        assertThat(cases.item(0).getTextContent().strip())
                .isEqualTo("@(context.Request.OriginalUrl.Path + \"/index.html\")");
        assertThat(((Element) inbound.getElementsByTagName("rewrite-uri").item(0)).getAttribute("template"))
                .isEqualTo("/");
    }

    private static Element policy(String file, String section) throws Exception {
        Element policies = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of("used-cars", "api", file).toFile())
                .getDocumentElement();
        return (Element) policies.getElementsByTagName(section).item(0);
    }

    private static List<String> elements(Element parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Node::getNodeName)
                .toList();
    }

    private static Set<String> settings() throws IOException {
        Set<String> settings = new TreeSet<>();
        Path sources = Path.of("..", "src", "functions", "used-cars", "src", "main", "java");
        try (var files = Files.walk(sources)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                Matcher name =
                        Pattern.compile("\"((CARS|LISTINGS|PAGE)_[A-Z_]+)\"").matcher(Files.readString(file));
                while (name.find()) {
                    settings.add(name.group(1));
                }
            }
        }
        assertThat(settings).hasSize(8);
        return settings;
    }

    private static SynthesizedStack stack(String environment) {
        return Platform.app().stack(environment + "-used-cars");
    }
}
