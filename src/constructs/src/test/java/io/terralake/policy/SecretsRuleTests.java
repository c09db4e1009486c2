package io.terralake.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsRuleTests {
    private static final String INSTEAD = "an identity, or a reference to Key Vault, is needed (at azurerm_some.S)";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"connection_string\": \"Data Source=${azurerm_mssql_server.Sql.name};Initial Catalog=loans;Encrypt=True\"",
                "\"connectionString\": \"Integrated Security=False;Data Source=@{linkedService().Server};User ID=@{linkedService().User}\"",
                "\"options\": \"user=@{activity('User').output.value},password=@{activity('Password').output.value}\"",
                "\"shared_access_key_enabled\": false",
                "\"disable_password_authentication\": true",
                "\"admin_password\": \"\"",
                "\"admin_password\": \"${var.set_by_hand}\"",
                "\"connection_string\": \"${var.set_by_hand}\"",
                "\"key_vault_key_id\": \"${azurerm_key_vault_key.Disk.id}\"",
                "\"key_vault_password\": {\"linked_service_name\": \"Vault\", \"secret_name\": \"loans-password\"}",
                "\"type_properties_json\": \"{\\\"password\\\": {\\\"type\\\": \\\"AzureKeyVaultSecret\\\", \\\"secretName\\\": \\\"s\\\"}}\"",
                "\"app_settings\": {\"API_KEY\": \"@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/s)\"}",
                "\"parameters\": {\"password\": \"@linkedService().password\"}",
                "\"value\": \"${azurerm_application_insights.Insights.connection_string}\"",
                "\"value\": \"${data.terraform_remote_state.zone.outputs.cross-stack-output-azurerm_application_insightsInsights_1connection_string}\"",
                "\"description\": \"no secrets: [here\""
            })
    void passesWhatIsNoSecret(String argument) {
        assertThat(secrets(argument)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "administrator_login_password",
                "adminPassword",
                "client_secret",
                "primary_access_key",
                "sas_token",
                "connection_string",
                "encryptedCredential"
            })
    void findsArgumentsThatAreSecrets(String name) {
        assertThat(secrets("\"%s\": \"hunter2\"".formatted(name)))
                .containsExactly("secrets: %s is a secret in plain text, %s".formatted(name, INSTEAD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://u:hunter2@example.com/?ssl=true",
                "host=h;credential=hunter2",
                "host:6380,password=",
                "h=1;hunter2!"
            })
    void findsConnectionsWithOtherParts(String text) {
        assertThat(secrets("\"connection_string\": \"%s\"".formatted(text)))
                .containsExactly("secrets: connection_string is a secret in plain text, " + INSTEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=c2VjcmV0",
                "Endpoint=sb://a.servicebus.windows.net/;SharedAccessKeyName=r;SharedAccessKey=c2VjcmV0",
                "Server=a;Database=b;User Id=c;Password=d",
                "https://a.blob.core.windows.net/c?sv=2024-01-01&sig=c2VjcmV0c2VjcmV0%3D",
                "-----BEGIN RSA PRIVATE KEY-----",
                "dapi0123456789abcdef0123456789abcdef"
            })
    void findsTextsThatCarrySecrets(String text) {
        assertThat(secrets("\"settings\": {\"ANY\": \"%s\"}".formatted(text)))
                .containsExactly("secrets: settings.ANY carries a key, password or signature, " + INSTEAD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${azurerm_storage_account.Lake.primary_access_key}",
                "${azurerm_cosmosdb_account.Cars.primary_key}",
                "${azurerm_eventhub_namespace.Events.default_primary_connection_string}",
                "${azurerm_application_insights.Insights.id}${azurerm_redis_cache.Cache.primary_connection_string}",
                "${azurerm_application_insights.Insights.instrumentation_key}",
                "${data.azurerm_key_vault_secret.Loans.value}",
                "${random_password.Admin.result}",
                "Bearer ${data.terraform_remote_state.zone.outputs.cross-stack-output-azurerm_storage_accountLakeprimary_access_key}"
            })
    void findsExpressionsThatReadSecrets(String text) {
        assertThat(secrets("\"any\": \"%s\"".formatted(text)))
                .containsExactly("secrets: any reads a secret of another resource, " + INSTEAD);
    }

    @Test
    void looksIntoJsonThatIsAText() {
        assertThat(secrets("""
                "type_properties_json": "{\\"auth\\": [{\\"password\\": {\\"type\\": \\"SecureString\\", \\"value\\": \\"hunter2\\"}}]}"
                """))
                .containsExactly(
                        "secrets: type_properties_json.auth[0].password.value is a secret in plain text, " + INSTEAD);
    }

    @Test
    void findsSecretsOutsideOfResources() {
        assertThat(Findings.inStack("secrets", """
                "output": {"key": {"value": "${azurerm_storage_account.Lake.primary_access_key}"}},
                "provider": {"azurerm": [{"client_secret": "hunter2"}]}
                """))
                .containsExactly(
                        "secrets: output.key.value reads a secret of another resource, an identity, or a reference to Key Vault, is"
                                + " needed (at dev-lake)",
                        "secrets: provider.azurerm[0].client_secret is a secret in plain text, an identity, or a reference to Key"
                                + " Vault, is needed (at dev-lake)");
    }

    @Test
    void aSecretOfAVaultDoesNotComeFromTheConfiguration() {
        assertThat(Findings.of("secrets", "\"azurerm_key_vault_secret\": {\"Loans\": {\"value\": \"hunter2\"}}"))
                .containsExactly(
                        "secrets: value is a secret in plain text, an identity, or a reference to Key Vault, is needed"
                                + " (at azurerm_key_vault_secret.Loans)");
    }

    private static List<String> secrets(String argument) {
        return Findings.of("secrets", "\"azurerm_some\": {\"S\": {%s}}".formatted(argument));
    }
}
