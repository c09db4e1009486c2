package io.terralake.registration.testing;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import io.terralake.emulator.Emulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The certificate of an emulator, and nothing else, for clients of this process and of others. */
public final class Trust {
    private static final String PASSWORD = "changeit";

    private final KeyStore store;

    private Trust(KeyStore store) {
        this.store = store;
    }

    /** The certificate that an emulator shows. */
    public static Trust in(Emulator azure) throws IOException {
        try (InputStream file = Files.newInputStream(Path.of(azure.environment().get("SSL_CERT_FILE")))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "emulator", CertificateFactory.getInstance("X.509").generateCertificate(file));
            return new Trust(store);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** A client that soon gives up. */
    public HttpClient http() {
        return impatient(java.net.http.HttpClient.newBuilder().sslContext(context()));
    }

    /** A client that soon gives up, and trusts what its JVM trusts. */
    public static HttpClient impatient(java.net.http.HttpClient.Builder client) {
        return new JdkHttpClientBuilder(client)
                .connectionTimeout(Duration.ofSeconds(2))
                .responseTimeout(Duration.ofSeconds(1))
                .build();
    }

    /** For clients of any kind. */
    public SSLContext context() {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Options of a JVM that trusts it; they name a file that is made for it. */
    List<String> options(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return List.of("-Djavax.net.ssl.trustStore=" + file, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD);
    }
}
