package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import io.terralake.emulator.state.Guids;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused for a role that cannot work yet, and by firewalls. */
class AccessTests {
    private static final String PLACE = "{\"location\": \"westeurope\"}";
    private static final String LAKE = GROUP + "/providers/Microsoft.Storage/storageAccounts/lake";
    private static final Duration PROPAGATION = Duration.ofMillis(800);
    private static final String IDENTITY = GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id";
    private static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/kv-keys";
    private Emulator azure;
    private Client client;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        start(Set.of());
    }

    private void start(Set<String> allowed) throws IOException, GeneralSecurityException {
        if (azure != null) {
            azure.close();
        }
        azure = Emulator.start(new EmulatorOptions(0, null, allowed, PROPAGATION));
        client = new Client(azure);
        client.put(GROUP, PLACE);
    }

    @AfterEach
    void stop() throws IOException {
        azure.close();
    }

    private String assign(String principal, String scope) {
        String id = scope + "/providers/Microsoft.Authorization/roleAssignments/" + UUID.randomUUID();
        client.put(
                id, "{\"properties\": {\"roleDefinitionId\": \"/r\", \"principalId\": \"%s\"}}".formatted(principal));
        return id;
    }

    private String principal(String identity) {
        return client.get(identity).json().at("/properties/principalId").asText();
    }

    private static String encrypted(String vault) {
        return """
                {"location": "westeurope",
                 "identity": {"type": "UserAssigned", "userAssignedIdentities": {"%s": {}}},
                 "properties": {"encryption": {"keyvaultproperties": {"keyvaulturi": "https://%s.vault.azure.net/", "keyname": "k"}}}}
                """.formatted(IDENTITY, vault);
    }

    @Test
    void aRoleThatWasAssignedAMomentAgo() throws Exception {
        client.put(IDENTITY, PLACE);
        client.put(VAULT, PLACE);
        String assignment = assign(principal(IDENTITY), VAULT);
        assertThat(client.put(LAKE, encrypted("kv-keys")).error())
                .isEqualTo(
                        "403 AuthorizationFailed: The client with object id '%s' does not have authorization over scope '%s' yet, a role was"
                                        .formatted(principal(IDENTITY), VAULT.toLowerCase(Locale.ROOT))
                                + " assigned there just now. If access was recently granted, please refresh your credentials.");
        assertThat(client.put(LAKE, encrypted("kv-other")).status()).isEqualTo(200);
        client.delete(LAKE);
        Thread.sleep(PROPAGATION.toMillis());
        assertThat(client.put(LAKE, encrypted("kv-keys")).status()).isEqualTo(200);
        // A second role beside one that works keeps nothing out, and an assignment that is written again is no younger.
        assign(principal(IDENTITY), VAULT + "/keys/k");
        client.put(assignment, "{\"properties\": {\"principalId\": \"%s\"}}".formatted(principal(IDENTITY)));
        assertThat(client.put(LAKE, encrypted("kv-keys")).status()).isEqualTo(200);
    }

    @Test
    void aRoleThatWasAssignedAMomentAgoIsEnoughWhenThatIsNotLookedAt() throws Exception {
        start(Set.of("AuthorizationFailed"));
        client.put(IDENTITY, PLACE);
        client.put(VAULT, PLACE);
        assign(principal(IDENTITY), VAULT);
        assertThat(client.put(LAKE, encrypted("kv-keys")).status()).isEqualTo(200);
    }

    @Test
    void eventsThatAreDeliveredByARoleOfAMomentAgo() throws Exception {
        client.put(LAKE, PLACE);
        String topic = GROUP + "/providers/Microsoft.EventGrid/systemTopics/events";
        client.put(topic, "{\"location\": \"westeurope\", \"identity\": {\"type\": \"SystemAssigned\"}}");
        String principal = client.get(topic).json().at("/identity/principalId").asText();
        String queues = LAKE + "/queueServices/default/queues/";
        client.put(queues + "old", "{}");
        client.put(queues + "new", "{}");
        assign(principal, queues + "old");
        Thread.sleep(PROPAGATION.toMillis());
        assign(principal, queues + "new");
        String subscription = """
                {"properties": {"deliveryWithResourceIdentity": {
                  "identity": {"type": "SystemAssigned"},
                  "destination": {"endpointType": "StorageQueue", "properties": {"resourceId": "%s", "queueName": "%s"}}}}}
                """;
        assertThat(client.put(topic + "/eventSubscriptions/a", subscription.formatted(LAKE, "new"))
                        .error())
                .startsWith("403 AuthorizationFailed: ");
        assertThat(client.put(topic + "/eventSubscriptions/a", subscription.formatted(LAKE, "old"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aSecretByARoleOfAMomentAgo() throws Exception {
        client.put(VAULT, PLACE);
        assign(Guids.PRINCIPAL, VAULT);
        String secret = "https://kv-keys.vault.azure.net/secrets/a";
        assertThat(client.send("PUT", secret, "{\"value\": \"x\"}").error()).startsWith("403 AuthorizationFailed: ");
        Thread.sleep(PROPAGATION.toMillis());
        assertThat(client.send("PUT", secret, "{\"value\": \"x\"}").status()).isEqualTo(200);
    }

    @Test
    void anExternalLocationByARoleOfAMomentAgo() throws Exception {
        client.put(LAKE, PLACE);
        String connector = GROUP + "/providers/Microsoft.Databricks/accessConnectors/dbac";
        client.put(connector, "{\"location\": \"westeurope\", \"identity\": {\"type\": \"SystemAssigned\"}}");
        assign(
                client.get(connector).json().at("/identity/principalId").asText(),
                LAKE + "/blobServices/default/containers/raw");
        String catalog = "https://adb-1.7.azuredatabricks.net/api/2.1/unity-catalog/";
        client.send("POST", catalog + "storage-credentials", """
                {"name": "c", "azure_managed_identity": {"access_connector_id": "%s"}}
                """.formatted(connector));
        String location = """
                {"name": "raw", "url": "abfss://raw@lake.dfs.core.windows.net/", "credential_name": "c"%s}
                """;
        Client.Answer refused = client.send("POST", catalog + "external-locations", location.formatted(""));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("message").asText())
                .startsWith("Failed to access abfss://raw@lake.dfs.core.windows.net/: The client with object id ");
        assertThat(client.send(
                                "POST",
                                catalog + "external-locations",
                                location.formatted(", \"skip_validation\": true"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatNobodyCanReach() throws Exception {
        String secret = "https://kv-keys.vault.azure.net/secrets/a";
        client.put(VAULT, rules("Deny", ""));
        assertThat(client.send("PUT", secret, "{\"value\": \"x\"}").error())
                .isEqualTo(
                        "403 ForbiddenByFirewall: Client address is not authorized to reach %s and caller is not a trusted service."
                                .formatted(VAULT));
        client.put(VAULT, rules("Deny", "{\"value\": \"203.0.113.7\"}"));
        assertThat(client.send("PUT", secret, "{\"value\": \"x\"}").status()).isEqualTo(200);

        client.put(LAKE, "{\"location\": \"westeurope\", \"properties\": {\"publicNetworkAccess\": \"Disabled\"}}");
        String file = "https://lake.dfs.core.windows.net/raw/a";
        Client.Answer refused = client.send("PUT", file + "?resource=directory", "");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.response().headers().firstValue("x-ms-error-code")).contains("AuthorizationFailure");
        client.put(GROUP + "/providers/Microsoft.Network/privateEndpoints/pe", """
                {"location": "westeurope", "properties": {"privateLinkServiceConnections": [
                  {"properties": {"privateLinkServiceId": "%s"}}]}}
                """.formatted(LAKE));
        assertThat(client.send("PUT", file + "?resource=directory", "").status())
                .isEqualTo(201);
        start(Set.of("ForbiddenByFirewall"));
        client.put(VAULT, rules("Deny", ""));
        assertThat(client.send("PUT", secret, "{\"value\": \"x\"}").status()).isEqualTo(200);
    }

    private static String rules(String action, String addresses) {
        return "{\"location\": \"westeurope\", \"properties\": {\"networkAcls\": {\"defaultAction\": \"%s\", \"ipRules\": [%s]}}}"
                .formatted(action, addresses);
    }
}
