package io.terralake.core;

import static io.terralake.assertions.TerraformAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.Token;
import io.terralake.assertions.Match;
import io.terralake.settings.EnvironmentSettingsBuilder;
import io.terralake.testing.Stacks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AzapiResourceTests {
    private static final String REGISTRY = "Microsoft.ContainerRegistry/registries@2023-07-01";

    private final PlatformStack stack = Stacks.publicStack();
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    @Test
    void writesTheBodyAsJson() {
        body.putObject("sku").put("name", "Basic");
        body.putObject("properties")
                .put("adminUserEnabled", false)
                .put("days", 7)
                .put("share", 0.5)
                .putNull("nothing")
                .putArray("rules")
                .add("a");
        new AzapiResource(
                stack,
                "Registry",
                props().responseExportValues(List.of("properties.loginServer"))
                        .lifecycle(TerraformResourceLifecycle.builder()
                                .preventDestroy(true)
                                .build())
                        .build());
        assertThat(stack).hasResource("azapi_resource", """
                {
                  type: 'Microsoft.ContainerRegistry/registries@2023-07-01',
                  name: 'crlakes',
                  parent_id: textLike('${azurerm_resource_group.ResourceGroup.id}'),
                  response_export_values: ['properties.loginServer'],
                  lifecycle: {prevent_destroy: true},
                  body: exactly({
                    sku: {name: 'Basic'},
                    properties: {adminUserEnabled: false, days: 7, share: 0.5, nothing: '${null}', rules: ['a']},
                  }),
                }
                """);
    }

    @Test
    void hasAPlaceTagsAndAnIdentity() {
        AzapiResource registry = new AzapiResource(
                stack,
                "Registry",
                props().location("westeurope")
                        .tags(Map.of("owner", "${x}"))
                        .systemAssignedIdentity(true)
                        .build());
        output("principal", registry.principalId());
        assertThat(stack)
                .hasResource(
                        "azapi_resource",
                        "{location: 'westeurope', tags: {owner: '$${x}'}, identity: [{type: 'SystemAssigned'}]}")
                .hasOutput("principal", "${azapi_resource.Registry.identity[0].principal_id}");
        new AzapiResource(stack, "Bare", props().build());
        assertThat(stack).hasResource("azapi_resource", "{location: absent, tags: absent, identity: absent}");
    }

    @Test
    void changesWhatAzureMadeWithAnother() {
        body.putObject("properties").put("allow", false).put("text", "%{y}");
        AzapiUpdateResourcePropsBuilder props = AzapiUpdateResourceProps.builder()
                .type("Microsoft.Web/sites/config@2024-04-01")
                .name("web")
                .parentId("/sites/${x}")
                .body(body);
        new AzapiUpdateResource(stack, "Settings", props.build());
        assertThat(stack).hasProvider("azapi", "{}").hasResource("azapi_update_resource", """
                {
                  type: 'Microsoft.Web/sites/config@2024-04-01',
                  name: 'web',
                  parent_id: '/sites/$${x}',
                  body: exactly({properties: {allow: false, text: '%%{y}'}}),
                }
                """);
        assertThatThrownBy(() -> props.type("Microsoft.Web/sites").build())
                .hasMessageStartingWith("type \"Microsoft.Web/sites\" is not allowed");
        assertThatThrownBy(() -> new AzapiUpdateResource(
                        stack,
                        "Large",
                        props.type("Microsoft.Web/sites/config@2024-04-01")
                                .body(body.put("n", Long.MAX_VALUE))
                                .build()))
                .hasMessageContaining("would be rounded")
                .hasMessageEndingWith("(at test-stack/Large)");
    }

    @Test
    void keepsEmptyObjectsAndLists() {
        body.putObject("staging");
        body.putArray("annotations");
        new AzapiResource(stack, "Registry", props().build());
        assertThat(stack).hasResource("azapi_resource", "{body: exactly({staging: {}, annotations: []})}");
    }

    @Test
    void takesTextLiterallyAndResolvesTokens() {
        body.put("text", "${x} %{y} $${z}")
                .put("mixed", "${x} in " + stack.resourceGroupName())
                .put("number", Token.asNumber("${var.days}").doubleValue())
                .put("${key}", "value")
                .putArray("list")
                .add(Token.asList("${var.zones}").get(0));
        new AzapiResource(stack, "Registry", props().build());
        assertThat(stack).hasResource("azapi_resource", """
                {body: exactly({
                  text: '$${x} %%{y} $$${z}',
                  mixed: '$${x} in ${azurerm_resource_group.ResourceGroup.name}',
                  number: '${var.days}',
                  '$${key}': 'value',
                  list: '${var.zones}',
                })}
                """);
    }

    @Test
    void isKnownByTokens() {
        AzapiResource resource = new AzapiResource(stack, "Registry", props().build());
        output("id", resource.resourceId());
        output("name", resource.resourceName());
        output("host", resource.output("properties.loginServer"));
        assertThat(stack)
                .hasOutput("id", "${azapi_resource.Registry.id}")
                .hasOutput("name", "${azapi_resource.Registry.name}")
                .hasOutput("host", "${azapi_resource.Registry.output.properties.loginServer}");
    }

    @Test
    void configuresTheProviderOnceInTheSubscriptionOfTheEnvironment() {
        String subscription = "00000000-0000-0000-0000-000000000001";
        PlatformStack other =
                Stacks.stack(EnvironmentSettingsBuilder.from(Stacks.settings()).withSubscriptionId(subscription));
        new AzapiResource(other, "First", props(other).build());
        new AzapiResource(other, "Second", props(other).build());
        new AzapiResource(stack, "Registry", props().build());
        assertThat(other)
                .matchesAt("/provider/azapi", List.of(Map.of("subscription_id", subscription)))
                .matchesAt(
                        "/terraform/required_providers/azapi",
                        Match.json("{source: 'azure/azapi', version: '2.12.0'}"));
        assertThat(stack).matchesAt("/provider/azapi", Match.json("exactly([{ignore_no_op_changes: false}])"));
    }

    @Test
    void takesResourcesOverFromAzurerm() {
        new AzapiResource(stack, "First", props().build()).moveFromAzurerm("azurerm_container_registry");
        new AzapiResource(stack, "Second", props().build()).moveFromAzurerm("azurerm_container_registry");
        assertThat(stack).matchesAt("/moved", Match.json("""
                                exactly([
                                  {"from": "azurerm_container_registry.First", "to": "azapi_resource.First"},
                                  {"from": "azurerm_container_registry.Second", "to": "azapi_resource.Second"}])"""));
    }

    @Test
    void refusesATypeWithoutAVersionAndNumbersThatWouldBeRounded() {
        assertThatThrownBy(() ->
                        props().type("Microsoft.ContainerRegistry/registries").build())
                .hasMessage(
                        "type \"Microsoft.ContainerRegistry/registries\" is not allowed: <namespace>/<type>@<version"
                                + " of the API>, such as Microsoft.DataFactory/factories/pipelines@2018-06-01");
        body.put("number", Long.MAX_VALUE);
        assertThatThrownBy(() -> new AzapiResource(stack, "Registry", props().build()))
                .hasMessage(
                        "number 9223372036854775807 is not allowed: -9007199254740992 to 9007199254740992, because it"
                                + " would be rounded (at test-stack/Registry)");
    }

    @Test
    void refusesTheSmallestLongToo() {
        body.put("number", Long.MIN_VALUE);
        assertThatThrownBy(() -> new AzapiResource(stack, "Registry", props().build()))
                .hasMessage(
                        "number -9223372036854775808 is not allowed: -9007199254740992 to 9007199254740992, because it"
                                + " would be rounded (at test-stack/Registry)");
    }

    @Test
    void keepsNulls() {
        body.putArray("list").add(1).addNull().add(2);
        body.putObject("object").putNull("field");
        new AzapiResource(stack, "Registry", props().build());
        assertThat(stack)
                .hasResource("azapi_resource", "{body: {list: [1, '${null}', 2], object: {field: '${null}'}}}");
    }

    @Test
    void refusesToStandNowhere() {
        AzapiResourceProps nowhere = props().parentId(null).build();
        assertThatThrownBy(() -> new AzapiResource(stack, "Registry", nowhere))
                .hasMessage("the field parentId is not set (at test-stack/Registry)");
    }

    @Test
    void takesTypesWithDigitsInTheirNames() {
        for (String type : List.of(
                "Microsoft.Network/p2svpnGateways@2024-05-01",
                "Microsoft.AzureActiveDirectory/b2cDirectories@2023-05-17-preview")) {
            assertThat(props().type(type).build().type()).isEqualTo(type);
        }
    }

    private AzapiResourcePropsBuilder props() {
        return props(stack);
    }

    private AzapiResourcePropsBuilder props(PlatformStack in) {
        return AzapiResourceProps.builder()
                .type(REGISTRY)
                .name("crlakes")
                .parentId(in.resourceGroup().getId())
                .body(body);
    }

    private void output(String id, String value) {
        new TerraformOutput(
                stack, id, TerraformOutputConfig.builder().value(value).build());
    }
}
