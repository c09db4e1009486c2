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
import org.junit.jupiter.api.Test;

class EmbeddedPartsTests {
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

    @Test
    void aPartThatWasPutWithItsWholeIsThereByItself() {
        String vnet = GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet";
        client.put(vnet, "{\"properties\": {\"subnets\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}}");
        assertThat(client.get(vnet + "/subnets/a").json().path("type").asText())
                .isEqualTo("Microsoft.Network/virtualNetworks/subnets");
        client.put(vnet, "{\"properties\": {\"subnets\": [{\"name\": \"b\"}]}}");
        assertThat(client.get(vnet + "/subnets/a").status()).isEqualTo(404);
        assertThat(client.get(vnet + "/subnets/b").status()).isEqualTo(200);
    }

    @Test
    void aPartThatWasPutByItselfIsInItsWhole() {
        String vnet = GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet";
        client.put(vnet, "{}");
        client.put(vnet + "/subnets/a", "{\"properties\": {\"addressPrefix\": \"10.0.0.0/24\"}}");
        client.put(vnet, "{\"tags\": {\"a\": \"b\"}}");
        assertThat(client.get(vnet)
                        .json()
                        .at("/properties/subnets/0/properties/addressPrefix")
                        .asText())
                .isEqualTo("10.0.0.0/24");
        client.delete(vnet + "/subnets/a");
        assertThat(client.get(vnet).json().at("/properties/subnets")).isEmpty();
    }

    @Test
    void aPeeringSaysWhereItLeads() {
        String networks = GROUP + "/providers/Microsoft.Network/virtualNetworks/";
        client.put(networks + "one", "{}");
        client.put(networks + "two", "{\"properties\": {\"addressSpace\": {\"addressPrefixes\": [\"10.2.0.0/16\"]}}}");
        client.put(
                networks + "one/virtualNetworkPeerings/there",
                "{\"properties\": {\"remoteVirtualNetwork\": {\"id\": \"%stwo\"}}}".formatted(networks));
        assertThat(client.get(networks + "one")
                        .json()
                        .at(
                                "/properties/virtualNetworkPeerings/0/properties/remoteVirtualNetworkAddressSpace/addressPrefixes/0")
                        .asText())
                .isEqualTo("10.2.0.0/16");
    }

    @Test
    void namedPartsHaveIds() {
        String balancer = GROUP + "/providers/Microsoft.Network/loadBalancers/lb";
        client.put(balancer, "{\"properties\": {\"frontendIPConfigurations\": [{\"name\": \"front\"}]}}");
        assertThat(client.get(balancer)
                        .json()
                        .at("/properties/frontendIPConfigurations/0/id")
                        .asText())
                .isEqualTo(balancer + "/frontendIPConfigurations/front");
        assertThat(client.get(balancer).json().at("/properties/probes").isArray())
                .isTrue();
    }

    @Test
    void whatABalancerWasNotToldStays() {
        String balancer = GROUP + "/providers/Microsoft.Network/loadBalancers/lb";
        client.put(balancer, "{\"properties\": {\"probes\": [{\"name\": \"http\"}]}}");
        client.put(balancer + "/backendAddressPools/pool", "{}");
        client.put(balancer, "{\"tags\": {\"a\": \"b\"}}");
        assertThat(client.get(balancer).json().at("/properties/probes/0/name").asText())
                .isEqualTo("http");
        assertThat(client.get(balancer + "/backendAddressPools/pool").status()).isEqualTo(200);
    }
}
