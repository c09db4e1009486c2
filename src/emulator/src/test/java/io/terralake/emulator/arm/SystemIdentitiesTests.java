package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class SystemIdentitiesTests {
    private static final String FACTORY = GROUP + "/providers/Microsoft.DataFactory/factories/adf";
    private static final String IDENTITY = FACTORY + "/providers/Microsoft.ManagedIdentity/identities/default";

    @Test
    void areKnownByTheIdOfTheirResource(Emulator azure) throws IOException, GeneralSecurityException {
        Client client = new Client(azure);
        client.put(GROUP, "{\"location\": \"westeurope\"}");
        assertThat(client.get(IDENTITY).status()).isEqualTo(404);
        client.put(FACTORY, "{\"location\": \"westeurope\"}");
        assertThat(client.get(IDENTITY).status()).as("it has none").isEqualTo(404);
        JsonNode factory = client.put(
                        FACTORY, "{\"location\": \"westeurope\", \"identity\": {\"type\": \"SystemAssigned\"}}")
                .json();
        JsonNode identity = client.get(IDENTITY).json().path("properties");
        assertThat(identity.path("principalId")).isEqualTo(factory.at("/identity/principalId"));
        assertThat(identity.path("clientId").asText())
                .matches("[0-9a-f-]{36}")
                .isNotEqualTo(identity.path("principalId").asText());
    }
}
