package io.terralake.emulator.entra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GraphTests {
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

    private static final String GRAPH = "https://graph.microsoft.com/v1.0";

    @Test
    void aGroupHasMembersAndOwners() {
        String owner = id("/users", "{\"displayName\": \"owner\"}");
        String member = id("/users", "{\"displayName\": \"member\"}");
        String group = "/groups/"
                + id(
                        "/groups",
                        "{\"displayName\": \"g\", \"owners@odata.bind\": [\"%s/directoryObjects/%s\"]}"
                                .formatted(GRAPH, owner));
        assertThat(client.send("GET", GRAPH + group + "/owners", "")
                        .json()
                        .at("/value/0/id")
                        .asText())
                .isEqualTo(owner);
        client.send(
                "POST",
                GRAPH + group + "/members/$ref",
                "{\"@odata.id\": \"%s/directoryObjects/%s\"}".formatted(GRAPH, member));
        JsonNode members =
                client.send("GET", GRAPH + group + "/members/$ref", "").json().path("value");
        assertThat(members).hasSize(1);
        assertThat(members.at("/0/@odata.type").asText()).isEqualTo("#microsoft.graph.user");
        assertThat(client.send("POST", GRAPH + group + "/members/$ref", "{}").status())
                .isEqualTo(400);
        String reference = "%s%s/members/%s/$ref".formatted(GRAPH, group, member);
        assertThat(client.send("DELETE", reference, "").status()).isEqualTo(204);
        assertThat(client.send("DELETE", reference, "").status()).isEqualTo(404);
        assertThat(client.send("GET", GRAPH + group + "/members", "").json().path("value"))
                .isEmpty();
    }

    @Test
    void aPasswordIsToldOnce() {
        String application = GRAPH + "/applications/" + id("/applications", "{\"displayName\": \"api\"}");
        JsonNode password = client.send(
                        "POST", application + "/addPassword", "{\"passwordCredential\": {\"displayName\": \"ci\"}}")
                .json();
        assertThat(password.path("secretText").asText()).isNotEmpty();
        JsonNode kept = client.send("GET", application, "").json().at("/passwordCredentials/0");
        assertThat(kept.path("displayName").asText()).isEqualTo("ci");
        assertThat(kept.has("secretText")).isFalse();
        client.send(
                "POST",
                application + "/removePassword",
                "{\"keyId\": \"%s\"}".formatted(kept.path("keyId").asText()));
        assertThat(client.send("GET", application, "").json().path("passwordCredentials"))
                .isEmpty();
        assertThat(client.send("POST", GRAPH + "/applications/none/addPassword", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theTenantHasADomain() {
        assertThat(client.send("GET", GRAPH + "/domains", "")
                        .json()
                        .at("/value/0/id")
                        .asText())
                .isEqualTo("example.com");
    }

    private String id(String collection, String body) {
        return client.send("POST", GRAPH + collection, body).json().path("id").asText();
    }
}
