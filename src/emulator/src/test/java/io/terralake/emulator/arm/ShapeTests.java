package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTests {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Microsoft.Storage/storageAccounts/lake|{'tags': 7}|'tags' must be a JSON object, not 7",
                "Microsoft.Storage/storageAccounts/lake|{'identity': []}|'identity' must be a JSON object, not []",
                "Microsoft.Storage/storageAccounts/lake|{'properties': 'x'}|'properties' must be a JSON object, not \"x\"",
                "Microsoft.Storage/storageAccounts/lake|{'properties': {'primaryEndpoints': 7}}|'properties.primaryEndpoints' must be a JSON object, not 7",
                "Contoso.Things/things/one|{'properties': []}|'properties' must be a JSON object, not []",
                "Microsoft.Web/sites/app|{'properties': {'siteConfig': []}}|'properties.siteConfig' must be a JSON object, not []",
                "Microsoft.Web/sites/app|{'properties': {'siteConfig': {'appSettings': {}}}}|'appSettings' must be a JSON array of objects, not {}",
                "Microsoft.DocumentDB/databaseAccounts/cosmos|{'properties': {'locations': ['x']}}|'properties.locations' must be a JSON array of objects, not [\"x\"]",
                "Microsoft.ContainerService/managedClusters/aks|{'properties': {'networkProfile': 7}}|'properties.networkProfile' must be a JSON object, not 7",
                "Microsoft.ContainerService/managedClusters/aks|{'properties': {'agentPoolProfiles': [7]}}|'properties.agentPoolProfiles' must be a JSON array of objects, not [7]",
                "Microsoft.ContainerService/managedClusters/aks|{'properties': {'addonProfiles': {'a': true}}}|'properties.addonProfiles.a' must be a JSON object, not true",
                "Microsoft.Network/virtualNetworks/vnet|{'properties': {'subnets': [{'name': 'a', 'properties': 7}]}}|'properties' must be a JSON object, not 7"
            })
    void aKnownTypeWithAnotherShapeIsRefused(String id, String body, String wrong) {
        String path = "%s/providers/%s".formatted(GROUP, id);
        assertThat(client.put(path, body.replace('\'', '"')).error())
                .isEqualTo("400 InvalidRequestContent: The request content was invalid: %s.".formatted(wrong));
        assertThat(client.get(path).status()).isEqualTo(404);
    }
}
