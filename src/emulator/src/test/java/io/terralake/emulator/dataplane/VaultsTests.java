package io.terralake.emulator.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.Client;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VaultsTests {
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

    private static final String VAULT = "https://kv.vault.azure.net";

    @Test
    void aKeyTellsItsPublicPart() {
        String key = VAULT + "/keys/rsa";
        client.send("POST", key + "/create", "{\"kty\": \"RSA\", \"key_size\": 2048, \"key_ops\": [\"sign\"]}");
        JsonNode told = client.send("GET", key, "").json();
        assertThat(told.at("/key/n").asText()).hasSize(342);
        assertThat(told.at("/key/e").asText()).isEqualTo("AQAB");
        assertThat(told.at("/key/key_ops/0").asText()).isEqualTo("sign");
        client.send("PUT", key + "/rotationpolicy", "{\"attributes\": {\"expiryTime\": \"P90D\"}}");
        assertThat(client.send("GET", key + "/rotationpolicy", "")
                        .json()
                        .at("/attributes/expiryTime")
                        .asText())
                .isEqualTo("P90D");
        client.send("PATCH", told.at("/key/kid").asText(), "{\"tags\": {\"a\": \"b\"}}");
        assertThat(client.send("GET", VAULT + "/keys", "")
                        .json()
                        .at("/value/0/tags/a")
                        .asText())
                .isEqualTo("b");
    }

    @ParameterizedTest
    @CsvSource({"P-256,43", "P-384,64", "P-521,88"})
    void aKeyOfACurveTellsItsPoint(String curve, int length) {
        JsonNode key = client.send(
                        "POST", VAULT + "/keys/curve/create", "{\"kty\": \"EC\", \"crv\": \"%s\"}".formatted(curve))
                .json()
                .path("key");
        assertThat(key.path("x").asText()).hasSize(length);
        assertThat(key.path("y").asText()).hasSize(length);
    }

    @ParameterizedTest
    @CsvSource({"AES,P-256", "EC,P-1", "'',P-256"})
    void keysThatVaultsDoNotHaveAreRefused(String type, String curve) {
        assertThat(client.send(
                                "POST",
                                VAULT + "/keys/one/create",
                                "{\"kty\": \"%s\", \"crv\": \"%s\"}".formatted(type, curve))
                        .error())
                .isEqualTo("400 BadParameter: no key is made of type \"%s\" with curve \"%s\"".formatted(type, curve));
    }

    @Test
    void anRsaKeyOfAnotherSizeIsRefused() {
        assertThat(client.send("POST", VAULT + "/keys/one/create", "{\"kty\": \"RSA\", \"key_size\": 1024}")
                        .error())
                .isEqualTo("400 BadParameter: no key is made of {\"kty\":\"RSA\",\"key_size\":1024}: "
                        + "the size of an RSA key is one of [2048, 3072, 4096]");
    }

    @Test
    void aCertificateComesWithItsKeyAndSecret() throws GeneralSecurityException {
        String certificate = VAULT + "/certificates/web";
        assertThat(client.send(
                                "POST",
                                certificate + "/create",
                                "{\"policy\": {\"x509_props\": {\"subject\": \"CN=example.com\"}}}")
                        .status())
                .isEqualTo(202);
        assertThat(client.send("GET", certificate + "/pending", "")
                        .json()
                        .path("status")
                        .asText())
                .isEqualTo("completed");
        JsonNode told = client.send("GET", certificate, "").json();
        X509Certificate made = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        Base64.getDecoder().decode(told.path("cer").asText())));
        assertThat(made.getSubjectX500Principal().getName()).isEqualTo("CN=example.com");
        assertThat(client.send("GET", told.path("sid").asText(), "")
                        .json()
                        .path("value")
                        .asText())
                .isNotEmpty();
        assertThat(client.send("GET", told.path("kid").asText(), "").status()).isEqualTo(200);
        assertThat(client.send("GET", certificate + "/policy", "")
                        .json()
                        .at("/key_props/kty")
                        .asText())
                .isEqualTo("RSA");
    }

    @Test
    void whatWasDeletedCanBeRecoveredOrPurged() {
        String secret = VAULT + "/secrets/pass";
        String deleted = VAULT + "/deletedsecrets/pass";
        client.send("PUT", secret, "{\"value\": \"x\"}");
        assertThat(client.send("GET", secret + "/versions", "").json().path("value"))
                .hasSize(1);
        client.send("DELETE", secret, "");
        assertThat(client.send("GET", VAULT + "/secrets", "").json().path("value"))
                .isEmpty();
        assertThat(client.send("PUT", secret, "{\"value\": \"y\"}").error()).startsWith("409 Conflict: pass is ");
        client.send("POST", deleted + "/recover", "");
        assertThat(client.send("GET", secret, "").json().path("value").asText()).isEqualTo("x");
        client.send("DELETE", secret, "");
        assertThat(client.send("DELETE", deleted, "").status()).isEqualTo(204);
        assertThat(client.send("GET", deleted, "").status()).isEqualTo(404);
        assertThat(client.send("PUT", secret, "{\"value\": \"y\"}").status()).isEqualTo(200);
    }
}
