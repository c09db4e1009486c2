package io.terralake.stacks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.terralake.assertions.SynthesizedStack;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * As much of Azure as azurerm and azapi ask for to plan an empty subscription: the endpoints of a cloud, a token, and no resource
 * providers. It listens on this machine only.
 */
final class ArmDouble implements AutoCloseable {
    private static final String PASSWORD = "changeit";
    private static final String ID = "11111111-2222-3333-4444-555555555555";

    private final HttpsServer server;
    private final Path certificate;

    private ArmDouble(HttpsServer server, Path certificate) {
        this.server = server;
        this.certificate = certificate;
    }

    /** Starts a double that keeps its certificate in a folder. */
    static ArmDouble start(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path keys = folder.resolve("arm.p12").toAbsolutePath();
        Path certificate = folder.resolve("arm.pem").toAbsolutePath();
        Files.deleteIfExists(keys);
        keytool(
                "-genkeypair",
                "-alias",
                "arm",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString());
        keytool("-exportcert", "-rfc", "-alias", "arm", "-file", certificate.toString(), "-keystore", keys.toString());
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(sslContext(keys)));
        ArmDouble arm = new ArmDouble(server, certificate);
        server.createContext("/", arm::answer);
        server.start();
        return arm;
    }

    /** The certificate that a client must trust. */
    Path certificate() {
        return certificate;
    }

    /** An override file for Terraform that points the providers of a stack here. */
    String providerOverride(SynthesizedStack stack) {
        String here = "localhost:" + server.getAddress().getPort();
        String azurerm = """
                "azurerm": {"metadata_host": "%s", "resource_provider_registrations": "none", "use_cli": false,
                  "subscription_id": "%s", "tenant_id": "%s", "client_id": "%s", "client_secret": "none"}
                """.formatted(here, ID, ID, ID);
        String azapi = stack.json().at("/provider").has("azapi") ? """
                , "azapi": {"subscription_id": "%1$s", "tenant_id": "%1$s", "client_id": "%1$s", "client_secret": "none",
                  "use_cli": false, "disable_instance_discovery": true, "skip_provider_registration": true,
                  "endpoint": [{"resource_manager_endpoint": "https://%2$s", "resource_manager_audience": "https://%2$s",
                                "active_directory_authority_host": "https://%2$s"}]}
                """.formatted(ID, here) : "";
        String azuread = stack.json().at("/provider").has("azuread") ? """
                , "azuread": {"metadata_host": "%2$s", "tenant_id": "%1$s", "client_id": "%1$s", "client_secret": "none",
                  "use_cli": false}
                """.formatted(ID, here) : "";
        String databricks = stack.json().at("/provider").has("databricks")
                ? ", \"databricks\": {\"host\": \"https://%s\", \"auth_type\": \"pat\", \"token\": \"none\"}"
                        .formatted(here)
                : "";
        return "{\"provider\": {%s%s%s%s}}".formatted(azurerm, azapi, azuread, databricks);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        try (InputStream request = exchange.getRequestBody()) {
            request.readAllBytes();
        }
        byte[] answer = bodyFor(path).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String bodyFor(String path) {
        if (path.endsWith("/metadata/endpoints")) {
            return metadata("https://localhost:" + server.getAddress().getPort());
        }
        return path.endsWith("/token")
                ? "{\"access_token\": \"%s\", \"token_type\": \"Bearer\", \"expires_in\": 86400}".formatted(token())
                : "{\"value\": []}";
    }

    private static String metadata(String here) {
        return """
                {"name": "AzureCloud", "resourceManager": "%1$s", "microsoftGraphResourceId": "%1$s", "graph": "%1$s",
                 "authentication": {"loginEndpoint": "%1$s", "audiences": ["%1$s"], "tenant": "common",
                                    "identityProvider": "AAD"},
                 "suffixes": {"storage": "core.windows.net", "keyVaultDns": "vault.azure.net",
                              "sqlServerHostname": "database.windows.net", "acrLoginServer": "azurecr.io"}}
                """.formatted(here);
    }

    /** An unsigned token: nobody here checks it, azurerm only reads who it is for. */
    private static String token() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String claims =
                "{\"oid\": \"%s\", \"tid\": \"%s\", \"appid\": \"%s\", \"idtyp\": \"app\"}".formatted(ID, ID, ID);
        return base64.encodeToString("{\"alg\": \"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".none";
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder builder = new ProcessBuilder(keytool.toString());
        builder.command().addAll(List.of(arguments));
        builder.command().addAll(List.of("-storepass", PASSWORD));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + output);
        }
    }

    private static SSLContext sslContext(Path keys) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
