package io.terralake.factory.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonSerializable;
import com.azure.resourcemanager.datafactory.models.Activity;
import com.azure.resourcemanager.datafactory.models.Credential;
import com.azure.resourcemanager.datafactory.models.DataFlow;
import com.azure.resourcemanager.datafactory.models.Dataset;
import com.azure.resourcemanager.datafactory.models.IntegrationRuntime;
import com.azure.resourcemanager.datafactory.models.LinkedService;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.Testing;
import io.terralake.factory.ShortForms;
import io.terralake.testing.Stacks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Microsoft's models read what the short forms write, and lose nothing of it. */
class RoundTripTests {
    private static final JsonMapper JSON = new JsonMapper();

    private interface Reading {
        JsonSerializable<?> read(JsonReader json) throws IOException;
    }

    private static final Map<String, Reading> READINGS = Map.of(
            "linkedservices", LinkedService::fromJson,
            "datasets", Dataset::fromJson,
            "dataflows", DataFlow::fromJson,
            "credentials", Credential::fromJson,
            "integrationRuntimes", IntegrationRuntime::fromJson);

    @Test
    void nothingIsLost() throws IOException {
        ShortForms forms = new ShortForms(Stacks.publicStack());
        forms.pipeline();
        JsonNode resources = JSON.readTree(Testing.synth(forms.stack)).path("resource");
        List<String> seen = new ArrayList<>();
        for (JsonNode resource : resources.path("azapi_resource")) {
            String type = resource.path("type").asText().replaceAll(".*/|@.*", "");
            JsonNode properties = resource.at("/body/properties");
            if (type.equals("pipelines")) {
                for (JsonNode activity : properties.path("activities")) {
                    seen.add(activity.path("type").asText());
                    isKept(activity, Activity::fromJson);
                }
            } else if (READINGS.containsKey(type)) {
                seen.add(properties.path("type").asText());
                isKept(properties, READINGS.get(type));
            }
        }
        for (JsonNode resource : resources.path("azurerm_data_factory_linked_custom_service")) {
            isKept(whole(resource), LinkedService::fromJson);
        }
        for (JsonNode resource : resources.path("azurerm_data_factory_custom_dataset")) {
            isKept(whole(resource), Dataset::fromJson);
        }
        assertThat(seen)
                .contains(
                        "AzureBlobFS",
                        "AzureBlobStorage",
                        "AzureKeyVault",
                        "AzureSqlDW",
                        "HttpServer",
                        "RestService",
                        "SqlServer",
                        "AzureSqlDWTable",
                        "AzureSqlTable",
                        "DelimitedText",
                        "Excel",
                        "Json",
                        "RestResource",
                        "SqlServerTable",
                        "Flowlet",
                        "ManagedIdentity",
                        "SelfHosted",
                        "Copy",
                        "ExecuteDataFlow",
                        "ExecutePipeline",
                        "ForEach",
                        "IfCondition",
                        "Lookup",
                        "SetVariable",
                        "SqlServerStoredProcedure");
    }

    private static JsonNode whole(JsonNode resource) throws IOException {
        ObjectNode whole =
                JSON.createObjectNode().put("type", resource.path("type").asText());
        whole.set(
                "typeProperties",
                JSON.readTree(resource.path("type_properties_json").asText()));
        return whole;
    }

    private static void isKept(JsonNode written, Reading reading) throws IOException {
        try (JsonReader reader = JsonProviders.createReader(written.toString())) {
            JsonNode read = Models.json(reading.read(reader));
            assertThat(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(read)))
                    .isEqualTo(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(written)));
        }
    }

    /** With fields in order, so that a difference shows where it is. */
    private static Object sorted(JsonNode json) {
        if (json.isObject()) {
            Map<String, Object> fields = new java.util.TreeMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields;
        }
        if (json.isArray()) {
            List<Object> elements = new ArrayList<>();
            json.forEach(element -> elements.add(sorted(element)));
            return elements;
        }
        return json;
    }
}
