package io.terralake.emulator.terraform;

import static io.terralake.emulator.terraform.DeployedStackAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Templates that Terraform deploys with the real provider. Skipped where Terraform or the provider is not to be had. */
@ExtendWith(EmulatorExtension.class)
class TemplateLifeCycleTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000001";
    private static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg-templates";

    private static final String IN_GROUP = """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "parameters": {
                "prefix": {"type": "string", "maxLength": 8},
                "containers": {"type": "array"}
              },
              "variables": {"lake": "[format('{0}{1}', parameters('prefix'), uniqueString(resourceGroup().id))]"},
              "resources": [
                {
                  "type": "Microsoft.Authorization/locks", "apiVersion": "2020-05-01", "name": "keep",
                  "scope": "[resourceId('Microsoft.Storage/storageAccounts', variables('lake'))]",
                  "dependsOn": ["[variables('lake')]", "containers"],
                  "properties": {"level": "CanNotDelete"}
                },
                {
                  "type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "[variables('lake')]",
                  "location": "[resourceGroup().location]", "kind": "StorageV2", "sku": {"name": "Standard_LRS"},
                  "identity": {"type": "SystemAssigned"}, "properties": {"isHnsEnabled": true}
                },
                {
                  "type": "Microsoft.Storage/storageAccounts/blobServices/containers", "apiVersion": "2023-01-01",
                  "name": "[format('{0}/default/{1}', variables('lake'), parameters('containers')[copyIndex()])]",
                  "copy": {"name": "containers", "count": "[length(parameters('containers'))]"},
                  "dependsOn": ["[resourceId('Microsoft.Storage/storageAccounts', variables('lake'))]"]
                },
                {
                  "type": "Microsoft.EventHub/namespaces", "apiVersion": "2024-01-01", "name": "evhns-templates",
                  "location": "westeurope", "sku": {"name": "Standard"},
                  "tags": {"version": "%s"},
                  "properties": {"publicNetworkAccess": "Enabled"},
                  "resources": [
                    {
                      "type": "eventhubs", "apiVersion": "2024-01-01", "name": "cars",
                      "dependsOn": ["evhns-templates"],
                      "properties": {"partitionCount": 2}
                    }
                  ]
                }
              ],
              "outputs": {
                "endpoint": {"type": "string", "value": "[reference(variables('lake')).primaryEndpoints.dfs]"},
                "principal": {"type": "string", "value": "[reference(variables('lake'), '2023-01-01', 'Full').identity.principalId]"},
                "partitions": {"type": "array", "value": "[reference('evhns-templates/cars').partitionIds]"}
              }
            }
            """;

    private static final String IN_SUBSCRIPTION = """
            {
              "$schema": "https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "parameters": {"group": {"type": "String"}},
              "resources": [
                {
                  "type": "Microsoft.Resources/resourceGroups", "apiVersion": "2024-03-01",
                  "name": "[parameters('group')]", "location": "[deployment().location]"
                },
                {
                  "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "inner",
                  "resourceGroup": "[parameters('group')]",
                  "dependsOn": ["[subscriptionResourceId('Microsoft.Resources/resourceGroups', parameters('group'))]"],
                  "properties": {
                    "mode": "Incremental",
                    "expressionEvaluationOptions": {"scope": "inner"},
                    "parameters": {"name": {"value": "[concat('vnet-', parameters('group'))]"}},
                    "template": {
                      "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
                      "contentVersion": "1.0.0.0",
                      "parameters": {"name": {"type": "string"}},
                      "resources": [
                        {
                          "type": "Microsoft.Network/virtualNetworks", "apiVersion": "2024-05-01",
                          "name": "[parameters('name')]", "location": "[resourceGroup().location]",
                          "properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}}
                        }
                      ],
                      "outputs": {
                        "id": {"type": "string", "value": "[resourceId('Microsoft.Network/virtualNetworks', parameters('name'))]"}
                      }
                    }
                  }
                }
              ],
              "outputs": {"network": {"type": "string", "value": "[reference('inner').outputs.id.value]"}}
            }
            """;

    @TempDir
    Path folder;

    private Workspace workspace;

    @BeforeEach
    void workspace(Emulator azure) throws IOException {
        // Not below the temporary folder: its deletion warns of every link to a provider.
        Path work = Path.of("target", "life-cycle", folder.getFileName().toString());
        workspace = new Workspace(azure, Files.createDirectories(work), folder);
    }

    private DeployedStack stack(String version, String resources) throws IOException {
        Path stack = Files.createDirectories(folder.resolve(version).resolve("cdktf.out/stacks/templates"));
        Files.writeString(stack.resolve("cdk.tf.json"), """
                {
                  "terraform": {
                    "backend": {"local": {"path": "../../../terraform.templates.tfstate"}},
                    "required_providers": {"azurerm": {"source": "azurerm", "version": "4.55.0"}}
                  },
                  "provider": {"azurerm": [{"features": {}}]},
                  "resource": %s
                }
                """.formatted(resources));
        return workspace.stack(folder.resolve(version).resolve("cdktf.out"), "templates");
    }

    private DeployedStack inGroup(String version, String prefix) throws IOException {
        ObjectNode deployment = JSON.createObjectNode()
                .put("name", "lake")
                .put("resource_group_name", "${azurerm_resource_group.Group.name}")
                .put("deployment_mode", "Incremental")
                .put("template_content", IN_GROUP.formatted(version))
                .put(
                        "parameters_content",
                        "{\"prefix\": {\"value\": \"%s\"}, \"containers\": {\"value\": [\"raw\", \"silver\"]}}"
                                .formatted(prefix));
        return stack(version, """
                {
                  "azurerm_resource_group": {"Group": {"name": "rg-templates", "location": "westeurope"}},
                  "azurerm_resource_group_template_deployment": {"Lake": %s}
                }
                """.formatted(deployment));
    }

    @Test
    void aTemplateInAGroupLivesAndDies(Emulator azure) throws IOException {
        DeployedStack stack = inGroup("v1", "lake");
        assertThat(stack).appliesAndStaysAsItIs();
        assertThat(azure.resources("Microsoft.Storage/storageAccounts/blobServices/containers"))
                .hasSize(2);
        assertThat(azure.resources("Microsoft.EventHub/namespaces/eventhubs")).hasSize(1);
        ObjectNode outputs = (ObjectNode) azure.resource(GROUP + "/providers/Microsoft.Resources/deployments/lake")
                .orElseThrow()
                .at("/properties/outputs");
        assertThat(outputs.at("/endpoint/value").asText()).isEqualTo("https://lakegwi5nin4f2mwq.dfs.core.windows.net/");
        assertThat(outputs.at("/principal/value").asText()).hasSize(36);
        assertThat(outputs.path("partitions")).hasToString("{\"type\":\"Array\",\"value\":[\"0\",\"1\"]}");
        assertThat(stack).changesInPlace(inGroup("v2", "lake"));
        assertThat(azure.resource(GROUP + "/providers/Microsoft.EventHub/namespaces/evhns-templates")
                        .orElseThrow()
                        .at("/tags/version")
                        .asText())
                .isEqualTo("v2");
        assertThat(stack).destroys();
        assertThat(azure.resources()).isEmpty();
        assertThat(azure.notEmulated()).isEmpty();
    }

    @Test
    void aTemplateInASubscriptionLivesAndDies(Emulator azure) throws IOException {
        ObjectNode deployment = JSON.createObjectNode()
                .put("name", "groups")
                .put("location", "westeurope")
                .put("template_content", IN_SUBSCRIPTION)
                .put("parameters_content", "{\"group\": {\"value\": \"rg-made\"}}");
        DeployedStack stack = stack("v1", """
                {"azurerm_subscription_template_deployment": {"Groups": %s}}
                """.formatted(deployment));
        assertThat(stack).appliesAndStaysAsItIs();
        String network =
                SUBSCRIPTION + "/resourceGroups/rg-made/providers/Microsoft.Network/virtualNetworks/vnet-rg-made";
        assertThat(azure.resources("Microsoft.Network/virtualNetworks")).containsExactly(network);
        assertThat(azure.resource(SUBSCRIPTION + "/providers/Microsoft.Resources/deployments/groups")
                        .orElseThrow()
                        .at("/properties/outputs"))
                .hasToString("{\"network\":{\"type\":\"String\",\"value\":\"%s\"}}".formatted(network));
        // What the template made is left.
        assertThat(stack).destroys();
        assertThat(azure.resources("Microsoft.Network/virtualNetworks")).hasSize(1);
        assertThat(azure.notEmulated()).isEmpty();
    }

    /** As in Azure: what the provider reads is not what was written. */
    @Test
    void secureParametersAndDefaultsArePlannedAgain(Emulator azure) throws IOException {
        String template =
                "{\"parameters\": {\"a\": %s, \"b\": {\"type\": \"String\", \"defaultValue\": \"x\"}}, \"resources\": []}";
        String deployment = """
                "%s": {"name": "%s", "location": "westeurope", "template_content": %s, "parameters_content": %s}
                """;
        String given = "{\"a\": {\"value\": \"hunter2\"}}";
        DeployedStack stack = stack(
                "v1",
                "{\"azurerm_subscription_template_deployment\": {%s, %s, %s}}"
                        .formatted(
                                deployment.formatted(
                                        "Secure",
                                        "secure",
                                        text(template.formatted("{\"type\": \"SecureString\"}")),
                                        text(given)),
                                deployment.formatted(
                                        "Default",
                                        "default",
                                        text(template.formatted("{\"type\": \"String\"}")),
                                        text(given)),
                                deployment.formatted(
                                        "All",
                                        "all",
                                        text(template.formatted("{\"type\": \"String\"}")),
                                        text("{\"a\": {\"value\": \"y\"}, \"b\": {\"value\": \"x\"}}"))));
        assertThat(stack).applies();
        assertThat(stack.plan().actions().toString())
                .isEqualTo(
                        "{azurerm_subscription_template_deployment.Default=[update], azurerm_subscription_template_deployment.Secure=[update]}");
        assertThat(azure.resource(SUBSCRIPTION + "/providers/Microsoft.Resources/deployments/secure")
                        .orElseThrow()
                        .toString())
                .doesNotContain("hunter2");
    }

    private static String text(String json) {
        return JSON.getNodeFactory().textNode(json).toString();
    }

    @Test
    void whatIsRefusedIsToldByTheProvider(Emulator azure) throws IOException {
        DeployedStack wrong = inGroup("v1", "much-too-long");
        assertThat(wrong.plan().isEmpty()).isFalse();
        assertThatThrownBy(() -> assertThat(wrong).applies())
                .hasMessageContaining("InvalidTemplate")
                .hasMessageContaining("the parameter 'prefix' must be at most 8 long")
                .hasMessageContaining("/parameters/prefix/maxLength");
        assertThat(azure.resources()).containsOnlyKeys(GROUP);
        DeployedStack refused = inGroup("v2", "La_ke");
        assertThatThrownBy(() -> assertThat(refused).applies())
                .hasMessageContaining("DeploymentFailed")
                .hasMessageContaining("InvalidResourceName");
        assertThat(azure.resource(GROUP + "/providers/Microsoft.Resources/deployments/lake"))
                .get()
                .satisfies(deployment -> assertThat(
                                deployment.at("/properties/provisioningState").asText())
                        .isEqualTo("Failed"));
        assertThat(Map.copyOf(azure.resources()).keySet())
                .noneMatch(each -> each.contains("Microsoft.Storage/"))
                .anyMatch(each -> each.endsWith("/eventhubs/cars"));
    }
}
