package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachineLearningTests {
    private static final String WORKSPACE = GROUP + "/providers/Microsoft.MachineLearningServices/workspaces/ml";
    private static final String SALES = WORKSPACE + "/data/sales";
    private Emulator azure;
    private Client client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        azure = Emulator.start(EmulatorOptions.defaults());
        client = new Client(azure);
        client.put(GROUP, "{\"location\": \"westeurope\"}");
        client.put(WORKSPACE, "{\"location\": \"westeurope\"}");
    }

    @AfterEach
    void stop() throws IOException {
        azure.close();
    }

    private Client.Answer version(String name, String uri) {
        return client.put(SALES + "/versions/" + name, "{\"properties\": {\"dataUri\": \"%s\"}}".formatted(uri));
    }

    @Test
    void aVersionStaysAsItWasMade() {
        String path = "azureml://datastores/silver/paths/sales.csv";
        assertThat(version("1", path).json().at("/properties/dataUri").asText())
                .isEqualTo("azureml:/" + WORKSPACE + "/datastores/silver/paths/sales.csv");
        assertThat(version("1", path).error())
                .isEqualTo("409 Conflict: The version 1 exists already and cannot be changed.");
    }

    @Test
    void aVersionIsThereAtOnce() {
        Client.Answer made = version("1", "https://example.com/1");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.response().headers().firstValue("Azure-AsyncOperation")).isEmpty();
        assertThat(made.json().path("properties").has("provisioningState")).isFalse();
    }

    @Test
    void aVersionNeedsAWorkspace() {
        assertThat(client.put(WORKSPACE + "2/data/sales/versions/1", "{}").error())
                .startsWith("404 ParentResourceNotFound: ");
    }

    @Test
    void anAssetCountsItsNumberedVersions() {
        assertThat(client.get(SALES).status()).isEqualTo(404);
        version("january", "https://example.com/1");
        assertThat(client.get(SALES).json().path("properties")).hasToString("{\"nextVersion\":\"1\"}");
        version("9", "https://example.com/9");
        version("10", "https://example.com/10");
        assertThat(client.get(SALES).json().path("properties"))
                .hasToString("{\"nextVersion\":\"11\",\"latestVersion\":\"10\"}");
    }

    @Test
    void versionsAreListedNewestFirst() {
        assertThat(client.get(SALES + "/versions").status()).isEqualTo(404);
        version("2", "https://example.com/2");
        version("1", "https://example.com/1");
        JsonNode first = client.get(SALES + "/versions?$top=1").json();
        assertThat(first.at("/value/0/name").asText()).isEqualTo("1");
        JsonNode second =
                client.send("GET", first.path("nextLink").asText(), "").json();
        assertThat(second.at("/value/0/name").asText()).isEqualTo("2");
        assertThat(second.has("nextLink")).isFalse();
    }

    @Test
    void datastoresAreListedThirtyAtATime() {
        assertThat(client.get(WORKSPACE + "2/datastores").status()).isEqualTo(404);
        IntStream.range(0, 31).forEach(i -> client.put(WORKSPACE + "/datastores/store" + i, "{}"));
        JsonNode first = client.get(WORKSPACE + "/datastores").json();
        assertThat(first.path("value")).hasSize(30);
        JsonNode second =
                client.send("GET", first.path("nextLink").asText(), "").json();
        assertThat(StreamSupport.stream(second.path("value").spliterator(), false)
                        .map(store -> store.path("name").asText()))
                .containsExactly("store9");
        assertThat(client.get(WORKSPACE + "/datastores?count=40").json().path("value"))
                .hasSize(31);
    }
}
