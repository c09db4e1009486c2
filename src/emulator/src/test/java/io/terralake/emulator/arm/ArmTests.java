package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArmTests {
    private static final String LAKE = GROUP + "/providers/Microsoft.Storage/storageAccounts/lake";
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

    @Test
    void storesAnyTypeAndGivesItBack() {
        String id = GROUP + "/providers/Contoso.Things/things/one";
        assertThat(client.get(id).error())
                .isEqualTo("404 ResourceNotFound: The Resource '%s' under resource group was not found.".formatted(id));
        client.put(id, "{\"location\": \"westeurope\", \"properties\": {\"size\": 3, \"nothing\": null}}");
        assertThat(client.get(id.toUpperCase(Locale.ROOT)).text())
                .isEqualTo(
                        "{\"location\":\"westeurope\",\"properties\":{\"size\":3,\"provisioningState\":\"Succeeded\"},\"id\":\"%s\",\"name\":\"one\",\"type\":\"Contoso.Things/things\"}"
                                .formatted(id));
    }

    @Test
    void aResourceKeepsTheNameOfItsFirstPut() {
        client.put(LAKE, "{\"location\": \"westeurope\"}");
        String other = GROUP.toUpperCase(Locale.ROOT) + "//providers/MICROSOFT.STORAGE/storageaccounts/lake/";
        assertThat(client.put(other, "{\"location\": \"northeurope\"}")
                        .json()
                        .path("id")
                        .asText())
                .isEqualTo(LAKE);
        assertThat(client.get(LAKE).json().path("name").asText()).isEqualTo("lake");
        assertThat(azure.resources("Microsoft.Storage/storageAccounts")).containsExactly(LAKE);
        client.delete(other);
        assertThat(client.get(LAKE).status()).isEqualTo(404);
    }

    @Test
    void whetherThereIsSomethingIsAskedByItsHead() {
        assertThat(client.arm("HEAD", GROUP, "").status()).isEqualTo(204);
        assertThat(client.arm("HEAD", GROUP + "2", "").status()).isEqualTo(404);
        assertThat(client.arm("HEAD", LAKE, "").status()).isEqualTo(404);
        client.put(LAKE, "{\"location\": \"westeurope\"}");
        assertThat(client.arm("HEAD", LAKE, "", "If-None-Match", "*").status()).isEqualTo(204);
        assertThat(client.arm("BREW", LAKE, "").error()).isEqualTo("405 MethodNotAllowed: BREW is not allowed");
    }

    @Test
    void aPatchMergesAndAPutReplaces() {
        client.put(
                LAKE,
                "{\"location\": \"westeurope\", \"tags\": {\"a\": \"1\", \"b\": \"2\"}, \"properties\": {\"x\": 1}}");
        client.arm("PATCH", LAKE, "{\"tags\": {\"a\": null, \"c\": \"3\"}}");
        assertThat(client.get(LAKE).json().path("tags").toString()).isEqualTo("{\"b\":\"2\",\"c\":\"3\"}");
        assertThat(client.get(LAKE).json().at("/properties/x").asInt()).isEqualTo(1);
        client.put(LAKE, "{\"location\": \"westeurope\"}");
        assertThat(client.get(LAKE).json().has("tags")).isFalse();
        assertThat(client.arm("PATCH", LAKE + "2", "{}").status()).isEqualTo(404);
    }

    @Test
    void addsWhatAzureComputes() {
        client.put(LAKE, "{\"location\": \"westeurope\", \"identity\": {\"type\": \"SystemAssigned\"}}");
        assertThat(client.get(LAKE)
                        .json()
                        .at("/properties/primaryEndpoints/dfs")
                        .asText())
                .isEqualTo("https://lake.dfs.core.windows.net/");
        assertThat(client.get(LAKE).json().at("/identity/principalId").asText()).hasSize(36);
        assertThat(client.get(LAKE + "/blobServices/default").status()).isEqualTo(200);
        assertThat(client.arm("POST", LAKE + "/listKeys", "")
                        .json()
                        .at("/keys/0/keyName")
                        .asText())
                .isEqualTo("key1");
    }

    @Test
    void listsAndDeletesWithWhatIsBelow() {
        client.put(LAKE, "{\"location\": \"westeurope\"}");
        client.put(LAKE + "/blobServices/default/containers/bronze", "{}");
        assertThat(client.get(LAKE + "/blobServices/default/containers")
                        .json()
                        .at("/value/0/name")
                        .asText())
                .isEqualTo("bronze");
        assertThat(client.get(GROUP + "/resources").json().path("value")).hasSize(1);
        assertThat(client.get(
                                "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Storage/storageAccounts")
                        .json()
                        .path("value"))
                .hasSize(1);
        assertThat(client.delete(GROUP).status()).isEqualTo(200);
        assertThat(client.get(LAKE).status()).isEqualTo(404);
        assertThat(client.delete(GROUP).status()).isEqualTo(204);
    }

    @Test
    void operationsAreAskedAbout() {
        Client.Answer put = client.put(LAKE, "{\"location\": \"westeurope\"}");
        String operation =
                put.response().headers().firstValue("Azure-AsyncOperation").orElseThrow();
        assertThat(put.response().headers().firstValue("Retry-After")).contains("0");
        assertThat(client.send("GET", operation, "").json().path("status").asText())
                .isEqualTo("Succeeded");
    }

    @Test
    void aRequestForAnotherVersionIsRefused() {
        String version = client.put(LAKE, "{\"location\": \"westeurope\"}")
                .response()
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(client.arm(
                                "PUT",
                                LAKE,
                                "{\"location\": \"westeurope\", \"tags\": {\"a\": \"1\"}}",
                                "If-Match",
                                version)
                        .status())
                .isEqualTo(200);
        assertThat(client.arm("DELETE", LAKE, "", "If-Match", version).error())
                .isEqualTo("412 PreconditionFailed: The condition '%s' is not met.".formatted(version));
        assertThat(client.arm("PUT", LAKE, "{}", "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(client.arm("DELETE", LAKE, "", "If-Match", "*").status()).isEqualTo(204);
    }

    @Test
    void badRequestsAreAnsweredAsAzureDoes() {
        assertThat(client.send("GET", "https://management.azure.com" + LAKE, "").error())
                .isEqualTo(
                        "400 MissingApiVersionParameter: The api-version query parameter (?api-version=) is required for all requests.");
        assertThat(client.put(LAKE, "{\"location\"").error())
                .startsWith("400 InvalidRequestContent: The request content was invalid: ")
                .endsWith(", line 1, column 12")
                .doesNotContain("Source");
        assertThat(client.put(LAKE, "{} {}").status()).isEqualTo(400);
        assertThat(client.put(LAKE, "[1]").error())
                .isEqualTo("400 InvalidRequestContent: The request content must be a JSON object.");
        assertThat(client.arm("POST", LAKE + "/explode", "").status()).isEqualTo(404);
        assertThat(azure.notEmulated()).containsExactly("POST https://management.azure.com" + LAKE + "/explode");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                        | {\"provisioningState\":\"Succeeded\"}",
                "{\"properties\": null}                    | {\"provisioningState\":\"Succeeded\"}",
                "{\"properties\": {\"a\": [[]], \"b\": 0}} | {\"a\":[[]],\"b\":0,\"provisioningState\":\"Succeeded\"}"
            })
    void anUnknownTypeMayHaveAnyProperties(String body, String properties) {
        String id = GROUP + "/providers/Contoso.Things/things/one/parts/two";
        client.put(GROUP + "/providers/Contoso.Things/things/one", body);
        assertThat(client.put(id, body).status()).isEqualTo(200);
        assertThat(client.get(id).json().path("properties")).hasToString(properties);
        assertThat(client.arm("PATCH", id, "{\"properties\": {\"c\": {\"d\": 1}}}")
                        .json()
                        .at("/properties/c/d")
                        .asInt())
                .isEqualTo(1);
        assertThat(client.get(GROUP + "/providers/Contoso.Things/things/one/parts")
                        .json()
                        .path("value"))
                .hasSize(1);
        assertThat(client.delete(id).status()).isEqualTo(204);
        assertThat(azure.notEmulated()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{}]", "\"text\"", "7", "null"})
    void aBodyThatIsNoObjectIsRefused(String body) {
        assertThat(client.put(GROUP + "/providers/Contoso.Things/things/one", body)
                        .error())
                .isEqualTo("400 InvalidRequestContent: The request content must be a JSON object.");
        assertThat(client.arm("PATCH", GROUP, body).status()).isEqualTo(400);
    }

    @Test
    void triggersStartAndStop() {
        String factory = GROUP + "/providers/Microsoft.DataFactory/factories/adf";
        client.put(factory, "{}");
        client.put(factory + "/triggers/daily", "{\"properties\": {\"type\": \"ScheduleTrigger\"}}");
        client.arm("POST", factory + "/triggers/daily/start", "");
        assertThat(client.get(factory + "/triggers/daily")
                        .json()
                        .at("/properties/runtimeState")
                        .asText())
                .isEqualTo("Started");
    }

    @Test
    void knowsRolesByNameAndId() {
        String roles =
                "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions";
        assertThat(client.get(roles + "?$filter=roleName%20eq%20'Storage%20Blob%20Data%20Reader'")
                        .json()
                        .at("/value/0/name")
                        .asText())
                .isEqualTo("2a2b9908-6ea1-4ae2-8e65-a410df84e7d1");
        assertThat(client.get(roles + "/2a2b9908-6ea1-4ae2-8e65-a410df84e7d1")
                        .json()
                        .at("/properties/roleName")
                        .asText())
                .isEqualTo("Storage Blob Data Reader");
        assertThat(client.get(roles + "?$filter=roleName%20eq%20'Nobody'")
                        .json()
                        .path("value"))
                .isEmpty();
    }

    @Test
    void anApiWithoutARevisionIsTheCurrentOne() {
        String apis = GROUP + "/providers/Microsoft.ApiManagement/service/apim/apis/";
        client.put(GROUP + "/providers/Microsoft.ApiManagement/service/apim", "{\"location\": \"westeurope\"}");
        client.put(apis + "cars;rev=1", "{\"properties\": {\"displayName\": \"Cars\"}}");
        assertThat(client.get(apis + "cars")
                        .json()
                        .at("/properties/displayName")
                        .asText())
                .isEqualTo("Cars");
        assertThat(client.put(apis + "cars/policies/policy", "{\"properties\": {}}")
                        .status())
                .isEqualTo(200);
        assertThat(client.put(apis + "boats/policies/policy", "{\"properties\": {}}")
                        .status())
                .isEqualTo(404);
    }

    /** Whoever is told of an operation waits for it, the SDK for Java for half a minute. */
    @Test
    void onlyWhatTakesTimeIsAnOperation() {
        assertThat(client.put(LAKE, "{\"location\": \"westeurope\"}")
                        .response()
                        .headers()
                        .map())
                .containsKey("azure-asyncoperation");
        String workspace = GROUP + "/providers/Microsoft.MachineLearningServices/workspaces/ml";
        client.put(workspace, "{\"location\": \"westeurope\"}");
        for (String id : new String[] {
            workspace + "/datastores/silver",
            workspace + "/data/sales/versions/1",
            LAKE + "/privateEndpointConnections/one"
        }) {
            assertThat(client.put(id, "{}").response().headers().map())
                    .as(id)
                    .doesNotContainKey("azure-asyncoperation");
        }
    }

    @Test
    void anUnknownShapeOfAnUnknownTypeIsTakenOrRefused() {
        String id = GROUP + "/providers/Contoso.Things/things/one";
        for (String properties : new String[] {"[1, 2]", "\"text\"", "3"}) {
            assertThat(client.put(id, "{\"properties\": %s}".formatted(properties))
                            .error())
                    .startsWith(
                            "400 InvalidRequestContent: The request content was invalid: 'properties' must be a JSON object, not ");
        }
        assertThat(client.put(id, "[1, 2]").error())
                .isEqualTo("400 InvalidRequestContent: The request content must be a JSON object.");
        assertThat(client.get(id).status()).isEqualTo(404);
        assertThat(client.put(id, "{\"properties\": null, \"zones\": [[]]}").status())
                .isEqualTo(200);
        assertThat(client.get(id).json().path("zones")).hasToString("[[]]");
    }

    @Test
    void aMethodThatArmDoesNotHaveIsRefused() {
        assertThat(client.arm("BREW", GROUP, "").error()).isEqualTo("405 MethodNotAllowed: BREW is not allowed");
    }

    @Test
    void resourcesOfASubscriptionAreListedByType() {
        String subscription = GROUP.replaceFirst("/resourceGroups.*", "");
        client.put(LAKE, "{\"location\": \"westeurope\"}");
        client.put(LAKE + "/blobServices/default/containers/raw", "{}");
        client.put(GROUP + "/providers/Contoso.Things/things/one", "{}");
        assertThat(names(subscription + "/resources")).containsExactly("one", "lake");
        assertThat(names(subscription + "/resources?$filter=resourceType%20eq%20'Microsoft.Storage/storageAccounts'"))
                .containsExactly("lake");
        assertThat(names(GROUP + "/resources?$filter=resourceType%20eq%20'contoso.things/Things'"))
                .containsExactly("one");
        assertThat(names(subscription
                        + "/resources?$filter=name%20eq%20'one'%20and%20resourceType%20eq%20'Contoso.Things/other'"))
                .isEmpty();
        assertThat(names(subscription + "/resourceGroups")).containsExactly("rg");
        assertThat(names(subscription + "/providers/Contoso.Things/things")).containsExactly("one");
    }

    private List<String> names(String list) {
        return StreamSupport.stream(client.get(list).json().path("value").spliterator(), false)
                .map(each -> each.path("name").asText())
                .toList();
    }
}
