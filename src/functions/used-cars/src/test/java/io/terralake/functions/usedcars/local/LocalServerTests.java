package io.terralake.functions.usedcars.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.testing.QuietLog;
import io.terralake.functions.usedcars.Api;
import io.terralake.functions.usedcars.MemoryStore;
import io.terralake.functions.usedcars.Page;
import io.terralake.functions.usedcars.SignIn;
import io.terralake.functions.usedcars.Store;
import io.terralake.functions.usedcars.TestCars;
import io.terralake.input.InputException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class LocalServerTests {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Store store = new MemoryStore(TestCars.FIVE);
    private LocalServer server;

    @BeforeEach
    void start() throws IOException {
        server = new LocalServer(0, new Api(() -> store), new Page(SignIn.NONE));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesThePageAndTheApiBesideIt() throws Exception {
        assertThat(server.page().toString()).matches("http://127\\.0\\.0\\.1:[0-9]+/dashboard/");
        HttpResponse<String> page = get("");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).containsIgnoringCase("<!doctype html>");
        assertThat(get("config.json").body()).isEqualTo("{}");
        assertThat(get("../v1/statistics/days?minPrice=20001").body())
                .isEqualTo("{\"items\":[{\"date\":\"2021-05-01\",\"listings\":1}]}");
    }

    @Test
    void takesNamesInEveryScript() throws Exception {
        assertThat(get("../v1/brands/O%27Neil%20%22%C3%A9%22%20%5C/turnover").body())
                .startsWith("{\"brand\":\"O'Neil \\\"é\\\" \\\\\",\"listings\":1,");
    }

    @Test
    void answersWithoutABody() throws Exception {
        String tag = get("").headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = client.send(
                HttpRequest.newBuilder(server.page())
                        .header("If-None-Match", tag)
                        .build(),
                BodyHandlers.ofString());
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(get("../dashboard").headers().firstValue("Location")).contains("dashboard/");
    }

    @Test
    void hasNothingElse() throws Exception {
        for (String path : new String[] {"/", "/listings", "/favicon.ico", "/v2/cars", "/v1"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.body()).endsWith("\"detail\":\"there is no %s\"}".formatted(path));
        }
    }

    @Test
    void onlyReads() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(server.page().resolve("../v1/cars"))
                .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)))
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void refusesPagesThatCallThemselvesItsOwn() throws Exception {
        assertThat(raw("GET /v1/cars HTTP/1.1\r\nHost: cars.example:"
                        + server.page().getPort() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("\"detail\":\"there is no /v1/cars\"}");
        assertThat(raw("GET /v1/cars?limit=1 HTTP/1.1\r\nHost: localhost:"
                        + server.page().getPort() + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void tellsThatThePortIsTaken() {
        int port = server.page().getPort();
        assertThatThrownBy(() -> new LocalServer(port, new Api(() -> store), new Page(SignIn.NONE)))
                .isInstanceOf(InputException.class)
                .hasMessage("--port %d is taken: another, or 0 for any that is free", port);
    }

    private HttpResponse<String> get(String address) throws Exception {
        URI absolute = server.page().resolve(address);
        return client.send(HttpRequest.newBuilder(absolute).build(), BodyHandlers.ofString());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.page().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
