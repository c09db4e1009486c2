package io.terralake.factory.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import io.terralake.factory.json.Secrets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTests {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'connectionString': 'Server=s;User ID=u;Password=hunter2'}",
                "{'connectionString': 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=aGk='}",
                "{'connectionString': {'type': 'SecureString', 'value': 'Server=s;pwd = hunter2'}}",
                "{'password': 'hunter2'}",
                "{'password': {'type': 'SecureString', 'value': 'hunter2'}}",
                "{'encryptedCredential': 'ew0KICAi'}",
                "{'sasUri': 'https://a.blob.core.windows.net/?sv=1&sig=abc'}",
                "{'url': 'https://user:hunter2@example.com'}",
                "{'authHeaders': {'x-key': {'type': 'SecureString', 'value': 'hunter2'}}}",
                "{'headers': ['Bearer hunter2']}",
                "{'servicePrincipalKey': 'hunter2'}"
            })
    void refusesSecretsAndDoesNotPrintThem(String typeProperties) {
        List<Finding> findings = find("Other", typeProperties, false);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).warning()).isFalse();
        assertThat(findings.get(0).toString())
                .endsWith(": a secret would stand in Terraform's state; name a secret of a vault, {\"type\":"
                        + " \"AzureKeyVaultSecret\", …}, or let the factory's identity log in")
                .doesNotContain("hunter2", "aGk=", "abc", "ew0KICAi");
        assertThat(find("Other", typeProperties, true))
                .extracting(Finding::warning)
                .containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'connectionString': 'Server=s;Database=d;Integrated Security=False'}",
                "{'connectionString': {'type': 'SecureString', 'value': 'Server=s;Database=d'}}",
                "{'connectionString': 'Server=s;User ID=u;Password=@{linkedService().secret}'}",
                "{'password': {'type': 'AzureKeyVaultSecret', 'secretName': 's'}}",
                "{'password': {'type': 'SecureString', 'value': '@{linkedService().password}'}}",
                "{'password': ''}",
                "{'url': 'https://example.com/?code='}"
            })
    void takesWhatIsNoSecret(String typeProperties) {
        assertThat(find("Other", typeProperties, false)).isEmpty();
    }

    @Test
    void saysHowTheIdentityLogsIn() {
        assertThat(find("AzureBlobFS", "{'accountKey': 'hunter2'}", false))
                .extracting(Finding::toString)
                .containsExactly(
                        "l.json#/properties/typeProperties/accountKey: a secret would stand in Terraform's state; give the url"
                                + " only: the factory's identity logs in, with Storage Blob Data Contributor");
    }

    @Test
    void findsSecretsInDefaultsOfParameters() throws JsonProcessingException {
        JsonNode json = JSON.readTree("""
                {"type": "Other", "parameters": {"a": {"type": "SecureString", "defaultValue": "hunter2"},
                 "token": {"type": "String", "defaultValue": "hunter2"}, "b": {"type": "String", "defaultValue": "c"}}}
                """);
        List<Finding> findings = new ArrayList<>();
        Secrets.check(json, false, new Findings("l.json", "/properties", json, findings));
        assertThat(findings)
                .extracting(Finding::pointer)
                .containsExactly("/properties/parameters/a/defaultValue", "/properties/parameters/token/defaultValue");
    }

    private static List<Finding> find(String type, String typeProperties, boolean allowed) {
        try {
            JsonNode json = JSON.readTree(
                    "{\"type\": \"%s\", \"typeProperties\": %s}".formatted(type, typeProperties.replace('\'', '"')));
            List<Finding> findings = new ArrayList<>();
            Secrets.check(json, allowed, new Findings("l.json", "/properties", json, findings));
            return findings;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
