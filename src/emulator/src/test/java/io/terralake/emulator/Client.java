package io.terralake.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Talks to an emulator as providers do: trusts its certificate only, and goes to names of Azure by its proxy. */
public final class Client {
    /** A resource group. */
    public static final String GROUP = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http;
    private final String management;

    public Client(Emulator emulator) throws IOException, GeneralSecurityException {
        URI proxy = URI.create(emulator.environment().get("HTTPS_PROXY"));
        this.http = HttpClient.newBuilder()
                .sslContext(
                        trusting(Files.readString(Path.of(emulator.environment().get("SSL_CERT_FILE")))))
                .proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())))
                .build();
        this.management = "https://management.azure.com";
    }

    /** What came back. */
    public record Answer(int status, String text, HttpResponse<String> response) {
        public JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError(text, e);
            }
        }

        /** The code and the message of an error. */
        public String error() {
            return "%d %s: %s"
                    .formatted(
                            status,
                            json().at("/error/code").asText(),
                            json().at("/error/message").asText());
        }
    }

    /** A request to Azure Resource Manager. */
    public Answer arm(String method, String path, String body, String... headers) {
        return send(
                method, management + path + (path.contains("?") ? "&" : "?") + "api-version=2024-01-01", body, headers);
    }

    public Answer put(String path, String body) {
        return arm("PUT", path, body);
    }

    public Answer get(String path) {
        return arm("GET", path, "");
    }

    public Answer delete(String path) {
        return arm("DELETE", path, "");
    }

    /** Any request. */
    public Answer send(String method, String url, String body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Trusts a certificate, in PEM, and what it signed. */
    public static SSLContext trusting(String certificate) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry(
                "emulator",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(
                                new ByteArrayInputStream(certificate.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
