package io.terralake.emulator.dataplane;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class AppPackagesTests {
    private static final String APP = GROUP + "/providers/Microsoft.Web/sites/func-1";
    private static final String PLACE = "{\"location\": \"westeurope\"}";

    private Client client;
    private String host;

    @BeforeEach
    void deploy(Emulator azure) throws IOException, GeneralSecurityException {
        client = new Client(azure);
        client.put(GROUP, PLACE);
        host = "https://"
                + client.put(APP, PLACE)
                        .json()
                        .at("/properties/enabledHostNames/1")
                        .asText();
    }

    @Test
    void areDeployedAStepWithEachLook() {
        String id = publish("application/zip").json().asText();
        for (int status : new int[] {1, 2, 4, 4}) {
            assertThat(look("/" + id).json().path("status").asInt()).isEqualTo(status);
        }
        assertThat(look("").json()).hasSize(1);
        assertThat(look("").json().at("/0/deployer").asText()).isEqualTo("me");
    }

    @Test
    void areTakenOneAtATime() {
        String id = publish("application/zip").json().asText();
        assertThat(publish("application/zip").status()).isEqualTo(409);
        for (int i = 0; i < 3; i++) {
            look("/" + id);
        }
        assertThat(publish("application/zip").status()).isEqualTo(202);
        assertThat(look("").json()).hasSize(2);
    }

    @Test
    void areRefusedWhenTheyAreNone() {
        assertThat(publish("text/plain").status()).isEqualTo(415);
        assertThat(look("/other").status()).isEqualTo(404);
    }

    @Test
    void areOfAppsThatAreThere(Emulator azure) {
        assertThat(client.send("GET", "https://func-2.scm.azurewebsites.net/api/deployments", "")
                        .status())
                .isEqualTo(404);
        assertThat(azure.notEmulated()).containsExactly("GET https://func-2.scm.azurewebsites.net/api/deployments");
    }

    private Client.Answer publish(String type) {
        return client.send("POST", host + "/api/publish?RemoteBuild=false&Deployer=me", "PK", "Content-Type", type);
    }

    private Client.Answer look(String deployment) {
        return client.send("GET", host + "/api/deployments" + deployment, "");
    }
}
