package io.terralake.emulator;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.emulator.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmulatorTests {
    private static final String PLACE = "{\"location\": \"westeurope\"}";

    @TempDir
    Path folder;

    @Test
    void twoOnOnePortAreOneTooMany() throws IOException {
        try (Emulator first = Emulator.start(EmulatorOptions.defaults())) {
            assertThatThrownBy(() -> Emulator.start(new EmulatorOptions(first.port(), null, Set.of(), Duration.ZERO)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "port %d of 127.0.0.1 is taken, perhaps by another emulator: end it, or name another port (Address already in use)"
                                    .formatted(first.port()));
        }
    }

    @Test
    void nothingLeavesTheMachine() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            Client client = new Client(azure);
            assertThatThrownBy(() -> client.send("GET", "https://example.com/path", ""))
                    .hasMessageContaining("502");
            assertThat(first(azure, "GET http://example.com/ HTTP/1.1\r\n\r\n")).isEqualTo("HTTP/1.1 502 Not emulated");
            assertThat(azure.notEmulated()).containsExactly("CONNECT https://example.com", "GET http://example.com/");
        }
    }

    /** azurerm opens a connection for each request. */
    @Test
    void azurermIsToldOfAnAddressWithoutTls() throws IOException, GeneralSecurityException, InterruptedException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            String address = new Client(azure)
                    .send("GET", "https://management.azure.com/metadata/endpoints?api-version=2022-09-01", "")
                    .json()
                    .path("resourceManager")
                    .asText();
            assertThat(address)
                    .matches("http://localhost:\\d+")
                    .isNotEqualTo("http://localhost:%d".formatted(azure.port()));
            HttpResponse<String> put = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address + GROUP + "?api-version=2024-01-01"))
                                    .PUT(HttpRequest.BodyPublishers.ofString(PLACE))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(put.statusCode()).isEqualTo(200);
            assertThat(put.headers().firstValue("Azure-AsyncOperation").orElseThrow())
                    .startsWith(address + "/operationStatuses/");
            assertThat(azure.resource(GROUP)).isPresent();
        }
    }

    /** The first line that the proxy answers. */
    private static String first(Emulator azure, String request) throws IOException {
        URI proxy = URI.create(azure.environment().get("HTTPS_PROXY"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    @Test
    void onlyTheOwnerReadsTheCertificate() throws IOException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            assertThat(Files.getPosixFilePermissions(Path.of(azure.environment().get("SSL_CERT_FILE"))))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void whatIsThereOutlivesTheProcess() throws IOException, GeneralSecurityException {
        EmulatorOptions options = new EmulatorOptions(0, folder.resolve("azure.jsonl"), Set.of(), Duration.ZERO);
        String group;
        try (Emulator first = Emulator.start(options)) {
            Client client = new Client(first);
            client.put(GROUP, PLACE);
            client.put(GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet", PLACE);
            client.delete(GROUP + "/providers/Microsoft.Network/virtualNetworks/vnet");
            group = first.resource(GROUP).orElseThrow().toString();
        }
        try (Emulator again = Emulator.start(options)) {
            assertThat(again.resource(GROUP)).get().hasToString(group);
            assertThat(again.resources("Microsoft.Network/virtualNetworks")).isEmpty();
        }
    }

    @Test
    void driftsOnPurpose() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            Client client = new Client(azure);
            client.put(GROUP, PLACE);
            azure.change(GROUP, group -> group.withObject("/tags").put("owner", "somebody else"));
            assertThat(client.get(GROUP).json().at("/tags/owner").asText()).isEqualTo("somebody else");
            azure.remove(GROUP);
            assertThat(client.get(GROUP).status()).isEqualTo(404);
            assertThatThrownBy(() -> azure.remove(GROUP)).hasMessage("there is no " + GROUP);
            azure.add(GROUP, JsonNodeFactory.instance.objectNode().put("location", "westeurope"));
            assertThat(client.get(GROUP).json().path("location").asText()).isEqualTo("westeurope");
            assertThat(azure.resources()).containsOnlyKeys(GROUP);
            String lake = GROUP + "/providers/Microsoft.Storage/storageAccounts/La-ke";
            assertThatThrownBy(() -> azure.add(lake, JsonNodeFactory.instance.objectNode()))
                    .hasMessageStartingWith(lake + " is not added: {\"error\":{\"code\":\"InvalidResourceName\"");
            azure.remove(GROUP);
            assertThatThrownBy(() -> azure.change(GROUP, group -> {})).hasMessage("there is no " + GROUP);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "rg",
                "/subscriptions/s/resourceGroups",
                GROUP + "/",
                GROUP + "/providers/Microsoft.Web/sites"
            })
    void whatIsNoIdIsRefused(String id) throws IOException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            for (Consumer<String> use : List.<Consumer<String>>of(
                    azure::resource,
                    azure::remove,
                    each -> azure.change(each, resource -> {}),
                    each -> azure.add(each, JsonNodeFactory.instance.objectNode()))) {
                assertThatThrownBy(() -> use.accept(id))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("\"%s\" is no id of a resource, such as /subscriptions/…/resourceGroups/rg"
                                .formatted(id));
            }
            assertThat(azure.notEmulated()).isEmpty();
        }
    }

    @Test
    void saysWhichFaultsDidNotHappen() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            azure.inject(new Fault("PUT", "/resourcegroups/rg$", 429, 1, false));
            azure.inject(new Fault("GET", "/resourcegroups/rg$", 429, 2, false));
            Client client = new Client(azure);
            client.put(GROUP, PLACE);
            client.get(GROUP);
            assertThat(azure.pendingFaults()).containsExactly(new Fault("GET", "/resourcegroups/rg$", 429, 1, false));
        }
    }

    @Test
    void aFaultThatCanMatchNothingIsRefused() {
        assertThatThrownBy(() -> new Fault("put", "/", 500, 1, false))
                .hasMessage("method \"put\" is not allowed: capital letters");
        assertThatThrownBy(() -> new Fault("PUT", "/(", 500, 1, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("path \"/(\" is no regular expression: ");
    }

    @Test
    void failsOnPurpose() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            Client client = new Client(azure);
            azure.inject(new Fault("PUT", "/resourcegroups/rg$", 429, 2, false));
            assertThat(client.put(GROUP, PLACE).status()).isEqualTo(429);
            assertThat(client.get(GROUP).status()).isEqualTo(404);
            assertThat(client.put(GROUP, PLACE).error()).isEqualTo("429 Injected: a fault that was asked for");
            assertThat(client.put(GROUP, PLACE).status()).isEqualTo(200);
            azure.inject(new Fault("DELETE", "/resourcegroups/rg$", 503, 1, true));
            assertThat(client.delete(GROUP).status()).isEqualTo(503);
            assertThat(client.get(GROUP).status())
                    .as("only the answer was lost")
                    .isEqualTo(404);
        }
        assertThatThrownBy(() -> new Fault("PUT", "/", 200, 1, false))
                .hasMessage("status 200 is not allowed: 400 to 599, or 0");
        assertThatThrownBy(() -> new Fault("PUT", "/", 500, 0, false)).hasMessage("times 0 is not allowed: at least 1");
    }

    @Test
    void hangsUpOnPurpose() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            Client client = new Client(azure);
            azure.inject(new Fault("PUT", "/resourcegroups/rg$", Fault.NO_ANSWER, 1, true));
            assertThatThrownBy(() -> client.put(GROUP, PLACE)).isInstanceOf(UncheckedIOException.class);
            assertThat(client.get(GROUP).status()).isEqualTo(200);
        }
    }

    @Test
    void letsSomethingStandBetween() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            Client client = new Client(azure);
            List<String> asked = new ArrayList<>();
            azure.intercept((request, emulated) -> {
                asked.add(request.method() + " " + request.path());
                return request.method().equals("DELETE")
                        ? Reply.error(403, "No", "not today")
                        : emulated.apply(request).with("x-seen", "yes");
            });
            assertThat(client.put(GROUP, PLACE).response().headers().firstValue("x-seen"))
                    .contains("yes");
            assertThat(client.delete(GROUP).error()).isEqualTo("403 No: not today");
            assertThat(azure.resource(GROUP)).isPresent();
            assertThat(asked).containsExactly("PUT " + GROUP, "DELETE " + GROUP);
        }
    }

    @Test
    void whatStandsBetweenAndFailsIsSaid() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            azure.intercept((request, emulated) -> {
                throw new AssertionError("not as it should be");
            });
            assertThat(new Client(azure).put(GROUP, PLACE).status()).isEqualTo(501);
            assertThat(azure.notEmulated())
                    .containsExactly(
                            "PUT https://management.azure.com%s (java.lang.AssertionError: not as it should be)"
                                    .formatted(GROUP));
        }
    }

    @Test
    void canBeClosedTwice() throws IOException {
        Emulator azure = Emulator.start(new EmulatorOptions(0, folder.resolve("azure.jsonl"), Set.of(), Duration.ZERO));
        azure.close();
        azure.close();
        assertThat(azure.resources()).isEmpty();
    }

    @Test
    void tokensSayWhoDeploys() throws IOException, GeneralSecurityException {
        try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
            String token = new Client(azure)
                    .send(
                            "POST",
                            "https://login.microsoftonline.com/tenant/oauth2/v2.0/token",
                            "grant_type=client_credentials")
                    .json()
                    .path("access_token")
                    .asText();
            assertThat(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8))
                    .contains("\"appid\":\"00000000-0000-0000-0000-000000000003\"");
        }
    }
}
