package io.terralake.emulator.arm;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class ManagedEndpointsTests {
    private static final String FACTORY = GROUP + "/providers/Microsoft.DataFactory/factories/adf";
    private static final String ENDPOINT = FACTORY + "/managedVirtualNetworks/default/managedPrivateEndpoints/lake";
    private static final String LAKE = GROUP + "/providers/Microsoft.Storage/storageAccounts/lake";
    private static final String PLACE = "{\"location\": \"westeurope\"}";
    private static final String TARGET =
            "{\"properties\": {\"privateLinkResourceId\": \"%s\", \"groupId\": \"dfs\"}}".formatted(LAKE);

    private Client client;

    @BeforeEach
    void deploy(Emulator azure) throws IOException, GeneralSecurityException {
        client = new Client(azure);
        client.put(GROUP, PLACE);
        client.put(FACTORY, PLACE);
        client.put(FACTORY + "/managedVirtualNetworks/default", "{}");
        client.put(LAKE, PLACE);
        assertThat(client.put(ENDPOINT, TARGET).status()).isEqualTo(200);
    }

    @Test
    void aNewOneWaitsForTheApprovalOfItsTarget() {
        assertThat(status()).isEqualTo("Pending");
        JsonNode connection = connections().get(0).path("properties");
        assertThat(connection.at("/privateEndpoint/id").asText()).endsWith("/privateEndpoints/adf.lake");
        assertThat(connection.path("privateLinkServiceConnectionState"))
                .hasToString("{\"status\":\"Pending\",\"description\":\"Requested by DataFactory:adf, Name:lake\"}");
    }

    @Test
    void whoApprovesItsConnectionApprovesIt() {
        approve();
        assertThat(status()).isEqualTo("Approved");
    }

    @Test
    void writingItAgainAsksForNothingAnew() {
        approve();
        client.put(ENDPOINT, TARGET);
        assertThat(connections()).hasSize(1);
        assertThat(connections()
                        .get(0)
                        .at("/properties/privateLinkServiceConnectionState/status")
                        .asText())
                .isEqualTo("Approved");
        assertThat(status()).isEqualTo("Approved");
    }

    @Test
    void itsConnectionGoesWithIt() {
        client.delete(ENDPOINT);
        assertThat(connections()).isEmpty();
    }

    @Test
    void aTargetThatIsNotThereHasNoConnection() {
        String other = ENDPOINT + "2";
        client.put(other, TARGET.replace("/lake", "/sea"));
        assertThat(connections()).hasSize(1);
        assertThat(client.get(other)
                        .json()
                        .at("/properties/connectionState/status")
                        .asText())
                .isEqualTo("Pending");
    }

    private void approve() {
        client.put(connections().get(0).path("id").asText(), """
                {"properties": {"privateLinkServiceConnectionState": {"status": "Approved", "description": "yes"}}}""");
    }

    private String status() {
        return client.get(ENDPOINT)
                .json()
                .at("/properties/connectionState/status")
                .asText();
    }

    private JsonNode connections() {
        return client.get(LAKE + "/privateEndpointConnections").json().path("value");
    }
}
