package io.terralake.functions.modelevents.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** GitHub over HTTPS on 127.0.0.1, with a certificate for it. */
public final class GitHubDouble implements Closeable {
    public static final String REPOSITORY = "octo-org/models";
    public static final String DISPATCHES = "/repos/octo-org/models/dispatches";
    public static final String RUNS = "/repos/octo-org/models/actions/runs";

    private static final String PASSWORD = "changeit";

    private final Path store;
    private final WireMockServer server;

    private GitHubDouble(Path store) {
        this.store = store;
        this.server = new WireMockServer(wireMockConfig()
                .bindAddress("127.0.0.1")
                .httpDisabled(true)
                .dynamicHttpsPort()
                .containerThreads(64)
                .keystorePath(store.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD));
        server.start();
    }

    /** @param folder gets the certificate */
    public static GitHubDouble start(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("github.p12").toAbsolutePath();
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "github",
                        "-keyalg",
                        "RSA",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.txt")));
        }
        return new GitHubDouble(store);
    }

    public WireMockServer server() {
        return server;
    }

    public URI address() {
        return URI.create("https://127.0.0.1:%d".formatted(server.httpsPort()));
    }

    /** Options of a JVM that trusts it. */
    public List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + store,
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }

    /** One that trusts it, and nobody else. */
    public HttpClient client() {
        try (InputStream content = Files.newInputStream(store)) {
            KeyStore certificates = KeyStore.getInstance("PKCS12");
            certificates.load(content, PASSWORD.toCharArray());
            // What is there with its key is not trusted as such.
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("github", certificates.getCertificate("github"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return HttpClient.newBuilder()
                    .sslContext(context)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public Rest rest() {
        return new Rest("GitHub", address(), client());
    }

    /** Takes dispatches, after these answers. */
    public void answerDispatches(ResponseDefinitionBuilder... before) {
        String state = Scenario.STARTED;
        for (int i = 0; i < before.length; i++) {
            String next = "after " + i;
            server.stubFor(post(urlEqualTo(DISPATCHES))
                    .inScenario("dispatches")
                    .whenScenarioStateIs(state)
                    .willSetStateTo(next)
                    .willReturn(before[i]));
            state = next;
        }
        server.stubFor(post(urlEqualTo(DISPATCHES))
                .inScenario("dispatches")
                .whenScenarioStateIs(state)
                .willReturn(aResponse().withStatus(204)));
    }

    /** Lists runs of workflows with these names. */
    public void answerRuns(String... titles) {
        String runs = Stream.of(titles)
                .map("{\"name\":\"Deploy\",\"display_title\":\"%s\"}"::formatted)
                .collect(Collectors.joining(",", "[", "]"));
        server.stubFor(get(urlPathEqualTo(RUNS))
                .willReturn(aResponse()
                        .withBody("{\"total_count\":%d,\"workflow_runs\":%s}".formatted(titles.length, runs))));
    }

    /** Bodies of dispatches that were taken. */
    public List<String> taken() {
        return server.getAllServeEvents().stream()
                .filter(event -> event.getRequest().getUrl().equals(DISPATCHES))
                .filter(event -> event.getResponse().getStatus() == 204)
                .map(event -> event.getRequest().getBodyAsString())
                .toList();
    }

    /** How many dispatches were asked for, whatever the answer. */
    public int asked() {
        return server.findAll(postRequestedFor(urlEqualTo(DISPATCHES))).size();
    }

    @Override
    public void close() {
        server.stop();
    }
}
