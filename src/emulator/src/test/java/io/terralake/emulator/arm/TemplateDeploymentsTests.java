package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateDeploymentsTests {
    private static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000001";
    private static final String ALL = GROUP + "/providers/Microsoft.Resources/deployments/all";

    private Emulator azure;
    private Client client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        azure = Emulator.start(EmulatorOptions.defaults());
        client = new Client(azure);
        client.put(GROUP, "{\"location\": \"westeurope\"}");
    }

    @AfterEach
    void stop() throws IOException {
        azure.close();
    }

    private static String body(String template, String parameters) {
        return body("Incremental", template, parameters);
    }

    private static String body(String mode, String template, String parameters) {
        return "{\"location\": \"westeurope\", \"properties\": {\"mode\": \"%s\", \"template\": %s, \"parameters\": %s}}"
                .formatted(mode, template, parameters);
    }

    private static String thing(String name, String more) {
        return "{\"type\": \"Contoso.Things/things\", \"apiVersion\": \"2024-01-01\", \"name\": \"%s\"%s}"
                .formatted(name, more);
    }

    private JsonNode deploy(String template, String parameters) {
        Client.Answer put = client.put(ALL, body(template, parameters));
        assertThat(put.status()).as(put.text()).isIn(200, 201);
        return client.get(ALL).json().path("properties");
    }

    private List<String> names(JsonNode properties) {
        return StreamSupport.stream(properties.path("outputResources").spliterator(), false)
                .map(each -> each.path("id").asText().replaceFirst(".*/", ""))
                .toList();
    }

    @Test
    void resourcesAreMadeInTheOrderOfWhatTheyDependOn() {
        JsonNode properties = deploy(
                """
                {
                  "parameters": {"size": {"type": "int", "defaultValue": 2}},
                  "resources": [
                    %s,
                    {
                      "type": "Contoso.Things/things/parts", "apiVersion": "2024-01-01", "name": "one/part",
                      "dependsOn": ["one"], "properties": {"of": "[reference('two').size]", "nothing": null}
                    },
                    %s,
                    %s
                  ],
                  "outputs": {
                    "part": {"type": "object", "value": "[reference('one/part')]"},
                    "never": {"condition": false, "type": "string", "value": "x"},
                    "sizes": {"type": "array", "copy": {"count": 2, "input": "[add(copyIndex(), parameters('size'))]"}}
                  }
                }
                """.formatted(
                                thing(
                                        "one",
                                        ", \"dependsOn\": [\"[resourceId('Contoso.Things/things', 'two')]\", \"none\"], \"tags\": {\"[concat('a', 'b')]\": \"[[c]\"}"),
                                thing(
                                        "two",
                                        ", \"properties\": {\"size\": \"[parameters('size')]\", \"copy\": [{\"name\": \"all\", \"count\": 2, \"input\": \"[copyIndex('all', 1)]\"}]}"),
                                thing("none", ", \"condition\": \"[equals(parameters('size'), 3)]\"")),
                "{}");
        assertThat(names(properties)).containsExactly("two", "one", "part");
        assertThat(properties.path("provisioningState").asText()).isEqualTo("Succeeded");
        assertThat(properties.path("parameters")).hasToString("{\"size\":{\"type\":\"Int\",\"value\":2}}");
        assertThat(properties.path("outputs"))
                .hasToString(
                        "{\"part\":{\"type\":\"Object\",\"value\":{\"of\":2,\"provisioningState\":\"Succeeded\"}},\"sizes\":{\"type\":\"Array\",\"value\":[2,3]}}");
        assertThat(properties.path("providers"))
                .hasToString(
                        "[{\"namespace\":\"Contoso.Things\",\"resourceTypes\":[{\"resourceType\":\"things\",\"locations\":[]},{\"resourceType\":\"things/parts\",\"locations\":[]}]}]");
        assertThat(properties.path("dependencies")).hasSize(2);
        assertThat(properties.path("correlationId").asText()).hasSize(36);
        assertThat(properties.path("templateHash").asText()).matches("\\d+");
        assertThat(properties.path("mode").asText()).isEqualTo("Incremental");
        assertThat(properties.path("duration").asText()).startsWith("PT");
        String things = GROUP + "/providers/Contoso.Things/things/";
        assertThat(client.get(things + "one").json().path("tags")).hasToString("{\"ab\":\"[c]\"}");
        assertThat(client.get(things + "two").json().path("properties"))
                .hasToString("{\"size\":2,\"all\":[1,2],\"provisioningState\":\"Succeeded\"}");
        assertThat(client.get(things + "none").status()).isEqualTo(404);
    }

    @Test
    void itIsAskedAboutExportedAndDeletedWithoutItsResources() {
        String template = "{\"resources\":[%s]}".formatted(thing("one", ""));
        Client.Answer put = client.put(ALL, body(template, "{}"));
        assertThat(put.status()).isEqualTo(201);
        assertThat(put.json().at("/properties/provisioningState").asText()).isEqualTo("Accepted");
        String status =
                put.response().headers().firstValue("Azure-AsyncOperation").orElseThrow();
        assertThat(client.send("GET", status, "").text()).isEqualTo("{\"status\":\"Succeeded\"}");
        assertThat(client.put(ALL, body(template, "{}")).status()).isEqualTo(200);
        assertThat(client.arm("POST", ALL + "/exportTemplate", "").json().path("template"))
                .isEqualTo(client.arm("POST", ALL.toUpperCase(Locale.ROOT) + "/exporttemplate", "")
                        .json()
                        .path("template"))
                .hasToString(
                        "{\"resources\":[{\"type\":\"Contoso.Things/things\",\"apiVersion\":\"2024-01-01\",\"name\":\"one\"}]}");
        assertThat(client.get(ALL.replace("/all", "")).json().path("value")).hasSize(1);
        assertThat(client.arm("PATCH", ALL, "{}").status()).isEqualTo(405);
        assertThat(client.delete(ALL).status()).isEqualTo(204);
        assertThat(client.get(ALL).status()).isEqualTo(404);
        assertThat(client.arm("POST", ALL + "/exportTemplate", "").error())
                .isEqualTo("404 DeploymentNotFound: Deployment 'all' could not be found.");
        assertThat(azure.resources("Contoso.Things/things")).hasSize(1);
        assertThat(azure.notEmulated()).isEmpty();
    }

    @Test
    void validationMakesNothing() {
        Client.Answer valid =
                client.arm("POST", ALL + "/validate", body("{\"resources\": [%s]}".formatted(thing("one", "")), "{}"));
        assertThat(valid.status()).isEqualTo(200);
        assertThat(valid.json().at("/properties/validatedResources"))
                .hasToString("[{\"id\":\"%s/providers/Contoso.Things/things/one\"}]".formatted(GROUP));
        assertThat(client.arm("POST", ALL + "/validate", body("{\"resources\": [{}]}", "{}"))
                        .error())
                .isEqualTo(
                        "400 InvalidTemplate: Deployment template validation failed: 'the field 'type' is missing, at /resources/0'.");
        assertThat(client.arm("POST", ALL.replace("/rg/", "/other/") + "/validate", body("{\"resources\": []}", "{}"))
                        .error())
                .isEqualTo("404 ResourceGroupNotFound: Resource group 'other' could not be found.");
        assertThat(azure.resources()).containsOnlyKeys(GROUP);
    }

    @Test
    void whatIsRefusedStopsWhatNeedsItAndNothingElse() {
        String template = """
                {"resources": [
                  {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "La_ke", "location": "westeurope"},
                  %s, %s
                ]}
                """.formatted(thing("needs", ", \"dependsOn\": [\"La_ke\"]"), thing("other", ""));
        JsonNode properties = deploy(template, "{}");
        assertThat(properties.path("provisioningState").asText()).isEqualTo("Failed");
        assertThat(names(properties)).containsExactly("other");
        assertThat(properties.path("error"))
                .hasToString(
                        "{\"code\":\"DeploymentFailed\",\"target\":\"%s\",\"message\":\"At least one resource deployment operation failed. Please list deployment operations for details. Please see https://aka.ms/arm-deployment-operations for usage details.\",\"details\":[{\"code\":\"InvalidResourceName\",\"target\":\"%s/providers/Microsoft.Storage/storageAccounts/La_ke\",\"message\":\"The name 'La_ke' is not valid for Microsoft.Storage/storageAccounts: it must match [a-z0-9]{3,24}.\"}]}"
                                .formatted(ALL, GROUP));
        String status = client.put(ALL, body(template, "{}"))
                .response()
                .headers()
                .firstValue("Azure-AsyncOperation")
                .orElseThrow();
        assertThat(client.send("GET", status, "").json().path("status").asText())
                .isEqualTo("Failed");
        assertThat(client.send("GET", status, "").error()).startsWith("200 DeploymentFailed: At least one");
    }

    @Test
    void whatAResourceIsAskedInVainIsARefusal() {
        JsonNode properties = deploy(
                "{\"resources\": [%s], \"outputs\": {}}"
                        .formatted(
                                thing(
                                        "one",
                                        ", \"properties\": {\"x\": \"[reference(resourceId('Contoso.Things/things', 'gone'), '2024-01-01').y]\"}")),
                "{}");
        assertThat(properties.at("/error/details/0/code").asText()).isEqualTo("ResourceNotFound");
        properties = deploy(
                "{\"resources\": [%s], \"outputs\": {\"y\": {\"type\": \"string\", \"value\": \"[reference('one').y]\"}}}"
                        .formatted(thing("one", "")),
                "{}");
        assertThat(properties.at("/error/code").asText()).isEqualTo("DeploymentOutputEvaluationFailed");
        assertThat(properties.at("/error/details/0/message").asText())
                .isEqualTo("there is no property 'y', available are [provisioningState], at /outputs/y/value");
    }

    /** As Azure makes them side by side. */
    @Test
    void whatDependsOnNothingIsUnderWayAtOnce() {
        client.put(
                GROUP + "/providers/Microsoft.Databricks/workspaces/dbw",
                "{\"location\": \"westeurope\", \"properties\": {}}");
        String endpoint = """
                {
                  "type": "Microsoft.Network/privateEndpoints", "apiVersion": "2024-05-01", "name": "%s", "location": "westeurope",
                  "dependsOn": [%s],
                  "properties": {
                    "privateLinkServiceConnections": [
                      {"name": "c", "properties": {"privateLinkServiceId": "[resourceId('Microsoft.Databricks/workspaces', 'dbw')]"}}
                    ]
                  }
                }
                """;
        JsonNode together = deploy(
                "{\"resources\": [%s, %s]}".formatted(endpoint.formatted("a", ""), endpoint.formatted("b", "")), "{}");
        assertThat(together.at("/error/details/0/code").asText()).isEqualTo("ConcurrentUpdateError");
        JsonNode ordered = deploy(
                "{\"resources\": [%s, %s]}".formatted(endpoint.formatted("a", ""), endpoint.formatted("b", "\"a\"")),
                "{}");
        assertThat(ordered.path("provisioningState").asText()).isEqualTo("Succeeded");
    }

    @Test
    void keysAreListed() {
        JsonNode properties = deploy("""
                {
                  "resources": [
                    {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "lake", "location": "westeurope"}
                  ],
                  "outputs": {"key": {"type": "string", "value": "[listKeys('lake', '2023-01-01').keys[0].keyName]"}}
                }
                """, "{}");
        assertThat(properties.at("/outputs/key/value").asText()).isEqualTo("key1");
    }

    @Test
    void completeTakesAwayWhatIsNotInTheTemplate() {
        String other = GROUP + "/providers/Contoso.Things/things/other";
        client.put(other, "{}");
        deploy("{\"resources\": [%s]}".formatted(thing("one", "")), "{}");
        assertThat(client.get(other).status()).isEqualTo(200);
        client.put(
                GROUP + "/providers/Microsoft.Authorization/locks/keep",
                "{\"properties\": {\"level\": \"CanNotDelete\"}}");
        String complete = body("Complete", "{\"resources\": [%s]}".formatted(thing("two", "")), "{}");
        client.put(ALL, complete);
        assertThat(client.get(ALL).json().at("/properties/error/details/0/code").asText())
                .isEqualTo("ScopeLocked");
        client.delete(GROUP + "/providers/Microsoft.Authorization/locks/keep");
        client.put(ALL, complete);
        assertThat(client.get(ALL).json().at("/properties/provisioningState").asText())
                .isEqualTo("Succeeded");
        assertThat(azure.resources("Contoso.Things/things"))
                .containsExactly(GROUP + "/providers/Contoso.Things/things/two");
        assertThat(client.put(SUBSCRIPTION + "/providers/Microsoft.Resources/deployments/all", complete)
                        .error())
                .isEqualTo("400 InvalidRequestContent: the mode Complete is for deployments to a resource group only");
    }

    @Test
    void valuesOfSecureParametersAreNotTold() throws IOException {
        String template = """
                {
                  "parameters": {
                    "password": {"type": "securestring", "minLength": 5},
                    "more": {"type": "secureObject", "defaultValue": {"key": "geheim"}}
                  },
                  "variables": {"loud": "[toUpper(parameters('password'))]"},
                  "resources": [
                    {"type": "Microsoft.Storage/storageAccounts", "apiVersion": "2023-01-01", "name": "[variables('loud')]", "location": "westeurope"},
                    %s
                  ],
                  "outputs": {"back": {"type": "securestring", "value": "[parameters('password')]"}}
                }
                """.formatted(thing("one", ", \"properties\": {\"password\": \"[parameters('more').key]\"}"));
        String parameters = "{\"password\": {\"value\": \"hunter_2\"}}";
        JsonNode failed = deploy(template, parameters);
        assertThat(failed.path("parameters"))
                .hasToString("{\"password\":{\"type\":\"SecureString\"},\"more\":{\"type\":\"SecureObject\"}}");
        assertThat(failed.at("/error/details/0/message").asText())
                .isEqualTo(
                        "The name '***' is not valid for Microsoft.Storage/storageAccounts: it must match [a-z0-9]{3,24}.");
        assertThat(deploy(template, "{\"password\": {\"value\": \"hunter\"}}".replace("hunter", "hunter_2"))
                        .toString())
                .doesNotContain("hunter", "geheim");
        assertThat(client.get(ALL.replace("/all", "")).text()).doesNotContain("hunter", "geheim");
        assertThat(client.put(ALL, body(template, "{\"password\": {\"value\": \"oops\"}}"))
                        .error())
                .isEqualTo(
                        "400 InvalidTemplate: Deployment template validation failed: 'the parameter 'password' must be at least 5 long, given is a value that is not shown, at /parameters/password/minLength'.");
        assertThat(client.put(
                                ALL,
                                body(
                                        template.replace(
                                                "[toUpper(parameters('password'))]",
                                                "[int(toUpper(parameters('password')))]"),
                                        parameters))
                        .text())
                .contains("given is a value that is not shown, at /variables/loud")
                .doesNotContainIgnoringCase("hunter");
        JsonNode told = deploy(template.replace("[variables('loud')]", "lake"), parameters);
        assertThat(told.path("outputs")).hasToString("{\"back\":{\"type\":\"SecureString\"}}");
        assertThat(azure.notEmulated()).isEmpty();
    }

    @Test
    void templatesStandInTemplates() {
        client.put(GROUP + "2", "{\"location\": \"northeurope\"}");
        String nested = """
                {
                  "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "%s", "resourceGroup": "rg2",
                  "properties": {
                    "mode": "Incremental",
                    "expressionEvaluationOptions": {"scope": "%s"},
                    "parameters": {"name": {"value": "inner"}},
                    "template": {
                      "parameters": {"name": {"type": "string", "defaultValue": "theirs"}},
                      "resources": [%s],
                      "outputs": {"at": {"type": "string", "value": "[resourceGroup().location]"}, "quoted": {"type": "string", "value": "[[x]"}}
                    }
                  }
                }
                """;
        String named = thing("[parameters('name')]", "");
        JsonNode properties = deploy(
                """
                {
                  "parameters": {"name": {"type": "string", "defaultValue": "outer"}},
                  "resources": [%s, %s],
                  "outputs": {
                    "outer": {"type": "object", "value": "[reference(resourceId('rg2', 'Microsoft.Resources/deployments', 'a')).outputs]"},
                    "inner": {"type": "object", "value": "[reference('b').outputs]"}
                  }
                }
                """.formatted(nested.formatted("a", "outer", named), nested.formatted("b", "inner", named)), "{}");
        assertThat(properties.path("outputs"))
                .hasToString(
                        "{\"outer\":{\"type\":\"Object\",\"value\":{\"at\":{\"type\":\"String\",\"value\":\"westeurope\"},\"quoted\":{\"type\":\"String\",\"value\":\"[x]\"}}},\"inner\":{\"type\":\"Object\",\"value\":{\"at\":{\"type\":\"String\",\"value\":\"northeurope\"},\"quoted\":{\"type\":\"String\",\"value\":\"[x]\"}}}}");
        assertThat(names(properties)).containsExactly("outer", "inner");
        assertThat(azure.resources("Contoso.Things/things"))
                .containsExactly(
                        GROUP + "2/providers/Contoso.Things/things/inner",
                        GROUP + "2/providers/Contoso.Things/things/outer");
        String given = "\"value\": \"inner\"";
        String one = "{\"resources\": [%s]}".formatted(nested.formatted("c", "inner", named));
        assertThat(client.put(ALL, body(one.replace(given, "\"value\": 5"), "{}"))
                        .error())
                .isEqualTo(
                        "400 InvalidTemplate: Deployment template validation failed: 'the parameter 'name' must be a string, given is 5, at /resources/0/properties/template/parameters/name/type'.");
        assertThat(client.put(ALL, body(one.replace("\"Incremental\"", "\"Complete\""), "{}"))
                        .error())
                .isEqualTo(
                        "400 InvalidTemplate: Deployment template validation failed: 'the mode of a nested deployment must be Incremental, at /resources/0/properties/template'.");
        JsonNode late = deploy(
                "{\"resources\": [%s, %s]}"
                        .formatted(
                                thing("t", ", \"properties\": {\"size\": 5}"),
                                nested.formatted("c", "inner", named)
                                        .replace(given, "\"value\": \"[reference('t').size]\"")),
                "{}");
        assertThat(late.at("/error/details/0/code").asText()).isEqualTo("InvalidTemplate");
        JsonNode wrong = deploy(
                "{\"resources\": [%s]}"
                        .formatted(
                                nested.formatted("c", "inner", thing("x/y", "").replace("things\"", "none/parts\""))),
                "{}");
        assertThat(wrong.at("/error/details/0/code").asText()).isEqualTo("ResourceDeploymentFailure");
        assertThat(wrong.at("/error/details/0/details/0/details/0/code").asText())
                .isEqualTo("ParentResourceNotFound");
    }

    @Test
    void whatANestedTemplateTakesFromTheOuterOneIsNotKept() {
        deploy(
                """
                {
                  "parameters": {"password": {"type": "securestring"}},
                  "resources": [{
                    "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "inner",
                    "properties": {"mode": "Incremental", "template": {"resources": [%s]}}
                  }]
                }
                """.formatted(thing("one", ", \"properties\": {\"password\": \"[parameters('password')]\"}")),
                "{\"password\": {\"value\": \"hunter2\"}}");
        assertThat(client.get(GROUP + "/providers/Contoso.Things/things/one").text())
                .contains("hunter2");
        String inner = ALL.replace("/all", "/inner");
        assertThat(client.arm("POST", inner + "/exportTemplate", "").text())
                .contains("\"[parameters('password')]\"")
                .doesNotContain("hunter2");
        assertThat(client.get(inner).text()).doesNotContain("hunter2");
    }

    @Test
    void templatesOutliveTheEmulator(@TempDir Path folder) throws IOException, GeneralSecurityException {
        EmulatorOptions options =
                new EmulatorOptions(0, folder.resolve("azure.jsonl"), Set.of(), EmulatorOptions.PROPAGATION);
        try (Emulator first = Emulator.start(options)) {
            Client toFirst = new Client(first);
            toFirst.put(GROUP, "{\"location\": \"westeurope\"}");
            toFirst.put(ALL, body("{\"resources\": []}", "{}"));
        }
        try (Emulator second = Emulator.start(options)) {
            assertThat(new Client(second)
                            .arm("POST", ALL + "/exportTemplate", "")
                            .text())
                    .isEqualTo("{\"template\":{\"resources\":[]}}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"resources\": [], \"outputs\": {\"x\": {\"type\": \"string\", \"value\": \"[pickZones('a', 'b', 'c')]\"}}}",
                "{\"resources\": {}, \"languageVersion\": \"2.0\"}",
                "{\"resources\": [], \"functions\": [{\"namespace\": \"my\"}]}",
                "{\"resources\": [{\"type\": \"Microsoft.Resources/deploymentStacks\", \"apiVersion\": \"2024-03-01\", \"name\": \"x\"}]}"
            })
    void whatIsNotEmulatedIsSaidAndNoted(String template) {
        assertThat(client.put(ALL, body(template, "{}")).error()).startsWith("404 NotEmulated: ");
        assertThat(azure.notEmulated()).containsExactly("PUT https://management.azure.com" + ALL);
    }

    @Test
    void otherScopesStacksAndActionsAreNotEmulated() {
        String body = body("{\"resources\": []}", "{}");
        for (String id : List.of(
                "/providers/Microsoft.Resources/deployments/all",
                "/providers/Microsoft.Management/managementGroups/g/providers/Microsoft.Resources/deployments/all",
                GROUP + "/providers/Microsoft.Resources/deploymentStacks/all")) {
            assertThat(client.put(id, body).error())
                    .isEqualTo(
                            "404 NotEmulated: templates are deployed to resource groups and subscriptions only, and %s would make nothing"
                                    .formatted(id));
        }
        assertThat(client.arm("POST", ALL + "/whatIf", body).error())
                .isEqualTo(
                        "404 NotEmulated: of a deployment, validate and exportTemplate are emulated, POST %s/whatIf is not"
                                .formatted(ALL));
        assertThat(azure.notEmulated()).hasSize(4);
    }

    @Test
    void aDeploymentHasItsPlace() {
        String id = SUBSCRIPTION + "/providers/Microsoft.Resources/deployments/all";
        String body = body("{\"resources\": []}", "{}");
        assertThat(client.put(id, body.replace("\"location\": \"westeurope\", ", ""))
                        .error())
                .isEqualTo("400 LocationRequired: The 'location' property is required for this deployment.");
        assertThat(client.put(id, body).status()).isEqualTo(201);
        assertThat(client.put(id, body.replace("westeurope", "northeurope")).error())
                .isEqualTo(
                        "409 InvalidDeploymentLocation: Invalid deployment location 'northeurope'. The deployment 'all' already exists in location 'westeurope'.");
        assertThat(client.put(GROUP.replace("/rg", "/other") + "/providers/Microsoft.Resources/deployments/all", body)
                        .error())
                .isEqualTo("404 ResourceGroupNotFound: Resource group 'other' could not be found.");
        assertThat(client.put(GROUP + "/providers/Microsoft.Resources/deployments/" + "a".repeat(65), body)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"properties\": {}}", "[]", "{\"properties\": {\"mode\": \"Incremental\"}}"})
    void aBodyThatIsNoDeploymentIsRefused(String body) {
        assertThat(client.put(ALL, body).error()).startsWith("400 InvalidRequestContent: ");
    }
}
