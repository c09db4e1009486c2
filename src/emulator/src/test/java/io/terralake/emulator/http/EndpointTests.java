package io.terralake.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.emulator.Client;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class EndpointTests {
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private Endpoint endpoint;
    private Socket socket;

    @BeforeEach
    void connect() throws IOException, GeneralSecurityException {
        endpoint = new Endpoint(0, List.of("localhost", "*.vault.azure.net"), EndpointTests::echo, refused::add);
        socket = Client.trusting(endpoint.authority())
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), endpoint.port());
    }

    @AfterEach
    void disconnect() throws IOException {
        socket.close();
        endpoint.close();
    }

    private static Reply echo(Request request) {
        return Reply.text(
                200,
                "text/plain",
                "%s %s %s %s [%s]"
                        .formatted(
                                request.method(),
                                request.host(),
                                request.path(),
                                new TreeMap<>(request.query()),
                                request.text()));
    }

    private void send(String text) throws IOException {
        socket.getOutputStream().write(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    /** The head of an answer, and its body when it has one. */
    private String received(boolean body) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        int length = body ? Integer.parseInt(head.toString().replaceFirst("(?is).*content-length: (\\d+).*", "$1")) : 0;
        return body
                ? new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8)
                : head.toString().strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "/a%20b/c+d/%C3%A4          | /a b/c+d/ä {}",
                "/a?x=1+2&y=a%2Bb&z         | /a {x=1 2, y=a+b, z=}",
                "/a?%24Filter=n%20eq%20'v=' | /a {$filter=n eq 'v='}",
                "//subscriptions//a///b/    | /subscriptions/a/b {}",
                "/                          | {}",
                "https://localhost:7/a/b?c  | /a/b {c=}"
            })
    void pathsAndQueriesAreDecoded(String sent, String path) throws IOException {
        send("GET %s HTTP/1.1\nHost: LOCALHOST:%d\n\n".formatted(sent, endpoint.port()));
        assertThat(received(true).replaceFirst("GET localhost +", "")).isEqualTo(path + " []");
    }

    @Test
    void aConnectionTakesOneRequestAfterTheOther() throws IOException {
        send("HEAD /a HTTP/1.1\nHost: localhost\n\n");
        assertThat(received(false)).startsWith("HTTP/1.1 200 OK");
        send("PUT /b HTTP/1.1\nHost: localhost\n\n");
        assertThat(received(true)).isEqualTo("PUT localhost /b {} []");
        send("PUT /c HTTP/1.1\nHost: localhost\nTransfer-Encoding: chunked\n\n3\nabc\n2\nde\n0\n\n");
        assertThat(received(true)).isEqualTo("PUT localhost /c {} [abcde]");
        send("BREW /d HTTP/1.1\nHost: localhost\nContent-Length: 1\n\nx");
        assertThat(received(true)).isEqualTo("BREW localhost /d {} [x]");
        send("PUT /e HTTP/1.1\nHost: localhost\nContent-Length: 3\nExpect: 100-continue\n\n");
        assertThat(received(false)).startsWith("HTTP/1.1 100 ");
        send("xyz");
        assertThat(received(true)).isEqualTo("PUT localhost /e {} [xyz]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONNECT example.com:443           | CONNECT https://example.com",
                "CONNECT 10.0.0.1:443              | CONNECT https://10.0.0.1",
                "CONNECT 127.0.0.1:22              | CONNECT https://127.0.0.1:22",
                "CONNECT [::1]:443                 | CONNECT https://[::1]",
                "CONNECT one.vault.azure.net:22    | CONNECT https://one.vault.azure.net:22",
                "CONNECT one.vault.azure.net       | CONNECT https://one.vault.azure.net",
                "CONNECT .vault.azure.net:443      | CONNECT https://.vault.azure.net",
                "CONNECT a.b.vault.azure.net:443   | CONNECT https://a.b.vault.azure.net",
                "GET http://one.vault.azure.net/a  | GET http://one.vault.azure.net/a",
                "GET /a                            | GET /a HTTP/1.1"
            })
    void whatIsNotEmulatedIsRefusedAndNoted(String request, String note) throws IOException {
        assertThat(proxied(request)).startsWith("HTTP/1.1 502 Not emulated");
        assertThat(refused).containsExactly(note);
    }

    @Test
    void namesAreEmulatedInAnyLetterCase() throws IOException {
        assertThat(proxied("CONNECT One.Vault.Azure.NET:443")).startsWith("HTTP/1.1 200 ");
        assertThat(refused).isEmpty();
    }

    /** What the proxy answers. */
    private String proxied(String request) throws IOException {
        try (Socket proxy = new Socket(InetAddress.getLoopbackAddress(), endpoint.proxyPort())) {
            proxy.getOutputStream().write((request + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            proxy.shutdownOutput();
            return new String(proxy.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
