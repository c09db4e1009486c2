package io.terralake.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DataPlaneTests {
    private Emulator azure;
    private Client client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        azure = Emulator.start(EmulatorOptions.defaults());
        client = new Client(azure);
    }

    @AfterEach
    void stop() throws IOException {
        azure.close();
    }

    @Test
    void vaultsKeepSecrets() {
        String secret = "https://kv.vault.azure.net/secrets/pass";
        assertThat(client.send("GET", secret, "").error())
                .isEqualTo("404 SecretNotFound: /secrets/pass was not found in this key vault");
        client.send("PUT", secret, "{\"value\": \"x\"}");
        assertThat(client.send("GET", secret, "").json().path("value").asText()).isEqualTo("x");
        assertThat(client.send("GET", "https://other.vault.azure.net/secrets/pass", "")
                        .status())
                .isEqualTo(404);
        assertThat(client.send("DELETE", secret, "").json().path("recoveryId").asText())
                .isEqualTo("https://kv.vault.azure.net/deletedsecrets/pass");
        assertThat(client.send("GET", secret, "").status()).isEqualTo(404);
    }

    @Test
    void lakesHaveFolders() {
        String folder = "https://lake.dfs.core.windows.net/bronze/cars";
        assertThat(client.send("HEAD", folder, "").status()).isEqualTo(404);
        client.send("PUT", folder + "?resource=directory", "", "x-ms-properties", "a=MQ==");
        assertThat(client.send("HEAD", folder, "").response().headers().firstValue("x-ms-properties"))
                .contains("a=MQ==");
        assertThat(client.send("DELETE", folder, "").status()).isEqualTo(202);
        assertThat(client.send("DELETE", folder, "").status()).isEqualTo(404);
    }

    @Test
    void theDirectoryHasApplicationsAndTheirPrincipals() {
        String graph = "https://graph.microsoft.com/v1.0";
        Client.Answer application = client.send("POST", graph + "/applications", "{\"displayName\": \"api\"}");
        assertThat(application.status()).isEqualTo(201);
        String appId = application.json().path("appId").asText();
        client.send("POST", graph + "/servicePrincipals", "{\"appId\": \"%s\"}".formatted(appId));
        assertThat(client.send("GET", graph + "/servicePrincipals?$filter=appId%20eq%20'" + appId + "'", "")
                        .json()
                        .at("/value/0/displayName")
                        .asText())
                .isEqualTo("api");
        String id = application.json().path("id").asText();
        client.send("PATCH", graph + "/applications/" + id, "{\"displayName\": \"other\"}");
        assertThat(client.send("GET", graph + "/applications(appId='" + appId + "')", "")
                        .json()
                        .path("displayName")
                        .asText())
                .isEqualTo("other");
        assertThat(client.send("DELETE", graph + "/applications/" + id, "").status())
                .isEqualTo(204);
        assertThat(client.send("GET", graph + "/applications/" + id, "").error())
                .startsWith("404 Request_ResourceNotFound: ");
    }

    @Test
    void hostsWithoutAnEmulatedServiceSaySo() {
        assertThat(client.send("GET", "https://lake.blob.core.windows.net/bronze/a.csv", "")
                        .error())
                .isEqualTo("404 NotEmulated: nothing emulates lake.blob.core.windows.net/bronze/a.csv");
        assertThat(azure.notEmulated()).containsExactly("GET https://lake.blob.core.windows.net/bronze/a.csv");
    }
}
