package io.terralake.factory.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.terralake.factory.expression.Found;
import io.terralake.factory.json.Finding;
import io.terralake.factory.json.Findings;
import io.terralake.factory.json.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
                "{'servicePrincipalKey': 'hunter2'}",
                "{'connectionString': 'Server=s;Password=hunter2;Database=@{linkedService().database}'}",
                "{'connectionString': '@concat(\\u0027AccountKey=hunter2;AccountName=\\u0027, linkedService().name)'}",
                "{'headers': {'Authorization': 'Basic hunter2'}}"
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
                "{'connectionString': 'Server=s;Password= @{linkedService().secret}'}",
                "{'connectionString': '@concat(\\u0027Server=s;Password=\\u0027, linkedService().secret)'}",
                "{'password': {'type': 'Expression', 'value': '@linkedService().password'}}",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'authentication': {'type': 'Basic', 'username': 'u', 'password': 'hunter2'}}",
                "{'authentication': {'type': 'ServicePrincipal', 'secret': {'type': 'SecureString', 'value': 'hunter2'}}}",
                "{'headers': {'Authorization': 'Bearer hunter2'}}",
                "{'headers': {'x-functions-key': {'type': 'Expression', 'value': 'hunter2'}}}",
                "{'url': 'https://f.azurewebsites.net/api/f?code=hunter2'}",
                "{'url': 'https://a.blob.core.windows.net/c?sv=1&sig=hunter2'}",
                "{'parameters': {'password': 'hunter2'}}",
                "{'activities': [{'typeProperties': {'body': {'connection': 'a;AccountKey=hunter2'}}}]}"
            })
    void findsSecretsOfActivities(String typeProperties) {
        String pipeline = "{'activities': [{'name': 'A', 'typeProperties': %s}]}".formatted(typeProperties);
        List<Finding> findings = findings(pipeline, Secrets::checkUser, false);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).toString())
                .startsWith("l.json#/properties/activities/0/typeProperties/")
                .endsWith(
                        ": a secret would stand in Terraform's state; let the factory's identity log in, \"authentication\":"
                                + " {\"type\": \"MSI\", \"resource\": …}, or read the secret from the vault by a Web activity with"
                                + " secure output")
                .doesNotContain("hunter2");
        assertThat(findings(pipeline, Secrets::checkUser, true))
                .extracting(Finding::warning)
                .containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'sqlReaderQuery': 'select * from t where code = 1 and token=2'}",
                "{'key': 'a', 'token': 'b', 'secret': 'c'}",
                "{'headers': {'Authorization': '@concat(\\u0027Bearer \\u0027, variables(\\u0027token\\u0027))'}}",
                "{'authentication': {'type': 'MSI', 'resource': 'https://vault.azure.net'}}",
                "{'authentication': {'password': {'type': 'AzureKeyVaultSecret', 'secretName': 's'}}}",
                "{'url': 'https://f.azurewebsites.net/api/f?code=@{activity(\\u0027Key\\u0027).output.value}'}"
            })
    void takesActivitiesWithoutSecrets(String typeProperties) {
        String pipeline = "{'activities': [{'name': 'A', 'typeProperties': %s}]}".formatted(typeProperties);
        assertThat(findings(pipeline, Secrets::checkUser, false)).isEmpty();
    }

    @Test
    void printsNoSecretInOtherFindings() {
        List<Finding> findings = new ArrayList<>();
        JsonNode json = read(
                "{'a': 'x;AccountKey=hunter2', 'password': 'hunter2', 'b': {'pwd': {'value': 'hunter2'}}, 'c': 'd'}");
        Findings at = new Findings("l.json", "/properties", json, findings);
        List.of("/a", "/password", "/b/pwd/value").forEach(pointer -> at.error(pointer, "wrong"));
        at.error(
                "/c", Found.of("/c", "@concat('x;AccountKey=hunter2'", Set.of()).said(3, "wrong"));
        assertThat(findings)
                .extracting(Finding::toString)
                .containsExactly(
                        "l.json#/properties/a: wrong",
                        "l.json#/properties/password: wrong",
                        "l.json#/properties/b/pwd/value: wrong",
                        "l.json#/properties/c: wrong: position 4 of \"…\": \"d\"");
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
        String json = "{'type': '%s', 'typeProperties': %s}".formatted(type, typeProperties);
        return findings(json, Secrets::check, allowed);
    }

    private interface Check {
        void check(JsonNode properties, boolean allowed, Findings findings);
    }

    private static List<Finding> findings(String text, Check check, boolean allowed) {
        JsonNode json = read(text);
        List<Finding> findings = new ArrayList<>();
        check.check(json, allowed, new Findings("l.json", "/properties", json, findings));
        return findings;
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
