package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever stands in the place of whatever: it is taken or refused, and the emulator does not fail. */
class StrangeTemplatesTests {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL = GROUP + "/providers/Microsoft.Resources/deployments/all";

    private static final List<String> STRANGE = List.of(
            "null",
            "5",
            "1.5",
            "true",
            "\"\"",
            "\"x\"",
            "\"[x\"",
            "\"[x]\"",
            "\"[null()]\"",
            "\"[json('[1]')]\"",
            "[]",
            "[5]",
            "[[]]",
            "{}",
            "{\"x\": null}");

    private static final String TEMPLATE = """
            {
              "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
              "contentVersion": "1.0.0.0",
              "parameters": {
                "name": {"type": "string", "defaultValue": "a", "minLength": 1, "allowedValues": ["a", "b"]},
                "secret": {"type": "secureObject", "defaultValue": {"a": "b"}}
              },
              "variables": {"copy": [{"name": "v", "count": 2, "input": "[copyIndex('v')]"}], "w": "[parameters('name')]"},
              "resources": [
                {
                  "type": "Contoso.Things/things", "apiVersion": "2024-01-01", "name": "[variables('w')]", "condition": true,
                  "copy": {"name": "loop", "count": 1}, "scope": "[resourceGroup().id]", "location": "westeurope", "tags": {"a": "b"},
                  "properties": {"a": "[variables('v')[0]]", "copy": [{"name": "p", "count": 1, "input": {"x": 1}}]}
                },
                {
                  "type": "Microsoft.Resources/deployments", "apiVersion": "2024-03-01", "name": "inner", "resourceGroup": "rg",
                  "dependsOn": ["loop"],
                  "properties": {
                    "mode": "Incremental",
                    "expressionEvaluationOptions": {"scope": "inner"},
                    "parameters": {"x": {"value": "[parameters('name')]"}},
                    "template": {"parameters": {"x": {"type": "string"}}, "resources": [], "outputs": {}}
                  }
                }
              ],
              "outputs": {"o": {"type": "string", "condition": true, "value": "[reference('inner').mode]"}}
            }
            """;

    @Test
    void nothingMakesItFail() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            Client client = new Client(azure);
            client.put(GROUP, "{\"location\": \"westeurope\"}");
            ObjectNode body = (ObjectNode) JSON.readTree(
                    "{\"tags\": {\"a\": \"b\"}, \"properties\": {\"mode\": \"Incremental\", \"parameters\": {\"name\": {\"value\": \"b\"}}, \"template\": %s}}"
                            .formatted(TEMPLATE));
            assertThat(client.put(ALL, body.toString()).status()).isEqualTo(201);
            assertThat(client.get(ALL).json().at("/properties/outputs/o/value").asText())
                    .isEqualTo("Incremental");
            for (ObjectNode each : variants(body)) {
                for (String method : List.of("POST", "PUT")) {
                    String path = method.equals("POST") ? ALL + "/validate" : ALL;
                    Client.Answer answer = client.arm(method, path, each.toString());
                    assertThat(answer.status())
                            .as("%s answers %s", each, answer.text())
                            .isLessThan(500);
                }
            }
        }
    }

    /** A template for each of its parts and whatever is strange there. */
    private static List<ObjectNode> variants(ObjectNode body) throws IOException {
        List<String> pointers = new ArrayList<>();
        pointers(body, "", pointers);
        List<ObjectNode> variants = new ArrayList<>();
        for (String pointer : pointers) {
            for (String strange : STRANGE) {
                ObjectNode copy = body.deepCopy();
                String name = pointer.substring(pointer.lastIndexOf('/') + 1);
                JsonNode parent = copy.at(pointer.substring(0, pointer.lastIndexOf('/')));
                if (parent instanceof ArrayNode array) {
                    array.set(Integer.parseInt(name), JSON.readTree(strange));
                } else {
                    ((ObjectNode) parent).set(name, JSON.readTree(strange));
                }
                variants.add(copy);
            }
        }
        return variants;
    }

    private static void pointers(JsonNode json, String pointer, List<String> all) {
        json.properties().forEach(each -> {
            all.add(pointer + "/" + each.getKey());
            pointers(each.getValue(), pointer + "/" + each.getKey(), all);
        });
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                all.add(pointer + "/" + i);
                pointers(json.get(i), pointer + "/" + i, all);
            }
        }
    }

    @Test
    void aTemplateMayBeDeep() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            Client client = new Client(azure);
            client.put(GROUP, "{\"location\": \"westeurope\"}");
            String deep = "[".repeat(900) + "\"[toLower('A')]\"" + "]".repeat(900);
            assertThat(client.put(
                                    ALL,
                                    "{\"properties\": {\"mode\": \"Incremental\", \"template\": {\"resources\": [], \"outputs\": {\"o\": {\"type\": \"array\", \"value\": %s}}}}}"
                                            .formatted(deep))
                            .status())
                    .isEqualTo(201);
            assertThat(client.get(ALL).text()).contains("[[[\"a\"]]]");
        }
    }
}
