package io.terralake.functions.modelevents.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.UnavailableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An app whose private key is in a vault: both are a server on this machine. */
class GitHubAppTests {
    private static final String TOKENS = "/app/installations/42/access_tokens";
    private static final String VERSION = "0123456789abcdef0123456789abcdef";
    private static final String SIGN = "/keys/github-app/%s/sign?api-version=7.4".formatted(VERSION);

    @TempDir
    static Path folder;

    private static GitHubDouble server;
    private static KeyPair keys;

    private Instant now = Instant.parse("2026-11-26T08:00:00.9Z");

    @BeforeAll
    static void start() throws IOException, InterruptedException, GeneralSecurityException {
        server = GitHubDouble.start(folder);
        keys = KeyPairGenerator.getInstance("RSA").generateKeyPair();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.server().resetAll();
    }

    @Test
    void logsInByASignedToken() throws IOException, GeneralSecurityException {
        answer(token("ghs_1", "2026-11-26T09:00:00Z"));
        assertThat(app(GitHubAppTests::sign).token()).isEqualTo("ghs_1");
        server.server()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo(TOKENS))
                                .withHeader("Accept", equalTo("application/vnd.github+json"))
                                .withHeader("X-GitHub-Api-Version", equalTo("2022-11-28"))
                                .withHeader("User-Agent", equalTo("terralake-model-events"))
                                .withRequestBody(equalTo("{\"repositories\":[\"models\"],"
                                        + "\"permissions\":{\"contents\":\"write\",\"actions\":\"read\"}}")));
        String[] jwt = server.server()
                .findAll(postRequestedFor(urlEqualTo(TOKENS)))
                .get(0)
                .getHeader("Authorization")
                .replaceFirst("Bearer ", "")
                .split("\\.");
        assertThat(jwt).hasSize(3);
        assertThat(decoded(jwt[0])).isEqualTo("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");
        // A minute ago to nine minutes from now.
        assertThat(decoded(jwt[1])).isEqualTo("{\"iat\":1795679940,\"exp\":1795680540,\"iss\":\"Iv1abc\"}");
        Signature rs256 = Signature.getInstance("SHA256withRSA");
        rs256.initVerify(keys.getPublic());
        rs256.update((jwt[0] + "." + jwt[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(rs256.verify(Base64.getUrlDecoder().decode(jwt[2]))).isTrue();
    }

    @Test
    void keepsATokenUntilShortlyBeforeItsEnd() {
        answer(token("ghs_1", "2026-11-26T09:00:00Z"));
        GitHubApp app = app(GitHubAppTests::sign);
        app.token();
        answer(token("ghs_2", "2026-11-26T10:00:00Z"));
        now = Instant.parse("2026-11-26T08:55:00Z");
        assertThat(app.token()).isEqualTo("ghs_1");
        now = now.plusMillis(1);
        assertThat(app.token()).isEqualTo("ghs_2");
        assertThat(app.token()).isEqualTo("ghs_2");
        server.server().verify(2, postRequestedFor(urlEqualTo(TOKENS)));
    }

    @Test
    void forgetsATokenThatIsNotTaken() {
        answer(token("ghs_1", "2026-11-26T09:00:00Z"));
        GitHubApp app = app(GitHubAppTests::sign);
        app.token();
        answer(token("ghs_2", "2026-11-26T09:00:00Z"));
        // Another thread was quicker.
        assertThat(app.forget("ghs_0")).isTrue();
        assertThat(app.token()).isEqualTo("ghs_1");
        assertThat(app.forget("ghs_1")).isTrue();
        assertThat(app.token()).isEqualTo("ghs_2");
    }

    @Test
    void saysWhatGitHubSays() {
        answer(aResponse().withStatus(404).withBody("{\"message\":\"Integration not found\"}"));
        assertThatThrownBy(() -> app(GitHubAppTests::sign).token())
                .isInstanceOf(RejectedException.class)
                .hasMessage("GitHub answers 404: \"Integration not found\"");
        answer(aResponse().withStatus(502));
        assertThatThrownBy(() -> app(GitHubAppTests::sign).token())
                .isInstanceOf(UnavailableException.class)
                .hasMessage("GitHub answers 502");
        answer(aResponse().withStatus(201).withBody("{\"token\":\"ghs_1\"}"));
        assertThatThrownBy(() -> app(GitHubAppTests::sign).token())
                .isInstanceOf(UnavailableException.class)
                .hasMessage("GitHub's token ends at no time");
        answer(aResponse().withStatus(429).withHeader("Retry-After", "5"));
        UnavailableException limited = catchThrowableOfType(
                UnavailableException.class, () -> app(GitHubAppTests::sign).token());
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(5));
    }

    @Test
    void tellsNobodyItsToken() {
        answer(aResponse()
                .withStatus(401)
                .withBody("{\"message\":\"no eyJhbGciOiJSUzI1NiJ9.eyJpYXQiOjF9.abc-_ here\"}"));
        assertThatThrownBy(() -> app(GitHubAppTests::sign).token()).hasMessage("GitHub answers 401: \"no *** here\"");
    }

    @Test
    void signsInTheVault() {
        byte[] digest = {1, 2, (byte) 0xff};
        server.server()
                .stubFor(post(urlEqualTo(SIGN)).willReturn(aResponse().withBody("{\"kid\":\"k\",\"value\":\"AQL_\"}")));
        assertThat(key("/" + VERSION).sign(digest)).containsExactly(1, 2, 0xff);
        server.server()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo(SIGN))
                                .withHeader("Authorization", equalTo("Bearer vault-token"))
                                .withRequestBody(equalTo("{\"alg\":\"RS256\",\"value\":\"AQL_\"}")));
    }

    @Test
    void signsByTheNewestVersion() {
        server.server()
                .stubFor(get(urlEqualTo("/keys/github-app?api-version=7.4"))
                        .willReturn(aResponse()
                                .withBody("{\"key\":{\"kid\":\"https://v.vault.azure.net/keys/github-app/%s\"}}"
                                        .formatted(VERSION))));
        server.server().stubFor(post(urlEqualTo(SIGN)).willReturn(aResponse().withBody("{\"value\":\"AQL_\"}")));
        assertThat(key("").sign(new byte[] {1})).hasSize(3);
    }

    /** A right that is missing comes, minutes after the deployment: the event waits. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/" + VERSION})
    void comesBackWhenTheVaultRefuses(String version) {
        server.server()
                .stubFor(any(anyUrl())
                        .willReturn(aResponse().withStatus(403).withBody("{\"error\":{\"message\":\"vault-token\"}}")));
        assertThatThrownBy(() -> key(version).sign(new byte[] {1}))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the key cannot sign: Key Vault answers 403");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://v.vault.azure.net/keys/a",
                "https://v.vault.azure.net/secrets/a",
                "https://v.vault.azure.net/keys/a/b",
                "https://a@v.vault.azure.net/keys/a",
                "a"
            })
    void wantsAKey(String id) {
        assertThatThrownBy(() -> new KeyVaultKey(id, () -> "", server.client()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key is \"%s\": https://<vault>/keys/<name>[/<version>] is allowed", id);
    }

    @Test
    void wantsNumbers() {
        assertThatThrownBy(() -> new GitHubApp(server.rest(), "1/2", "42", "a/b", GitHubAppTests::sign, () -> now))
                .hasMessage("the app's id is \"1/2\": letters and digits are allowed");
        assertThatThrownBy(() -> new GitHubApp(server.rest(), "1", "../1", "a/b", GitHubAppTests::sign, () -> now))
                .hasMessage("the installation is \"../1\": a number is allowed");
    }

    private GitHubApp app(Signer signer) {
        return new GitHubApp(server.rest(), "Iv1abc", "42", GitHubDouble.REPOSITORY, signer, () -> now);
    }

    private static KeyVaultKey key(String version) {
        return new KeyVaultKey(server.address() + "/keys/github-app" + version, () -> "vault-token", server.client());
    }

    /** What the vault does: PKCS #1 of the digest, with the name of SHA-256 before it. */
    private static byte[] sign(byte[] digest) {
        try {
            ByteArrayOutputStream info = new ByteArrayOutputStream();
            info.writeBytes(HexFormat.of().parseHex("3031300d060960864801650304020105000420"));
            info.writeBytes(digest);
            Signature plain = Signature.getInstance("NONEwithRSA");
            plain.initSign(keys.getPrivate());
            plain.update(info.toByteArray());
            return plain.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(ResponseDefinitionBuilder response) {
        server.server().stubFor(post(urlEqualTo(TOKENS)).willReturn(response));
    }

    private static ResponseDefinitionBuilder token(String token, String end) {
        return aResponse().withStatus(201).withBody("{\"token\":\"%s\",\"expires_at\":\"%s\"}".formatted(token, end));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
