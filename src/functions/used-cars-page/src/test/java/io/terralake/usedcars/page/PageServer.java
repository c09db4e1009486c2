package io.terralake.usedcars.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page's files, under the policy that they are made for, and an API that answers as a test says. */
final class PageServer implements AutoCloseable {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self' https://login.microsoftonline.com; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<Call, Answer>> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CarApi cars;
    private volatile String config = "{}";

    /** What the page asked: the path below {@code v1/}, and the query as it was sent, {@code ""} when there was none. */
    record Call(String path, String query, @Nullable String authorization) {
        Map<String, String> parameters() {
            return Stream.of(query.split("&"))
                    .filter(pair -> !pair.isEmpty())
                    .map(pair -> pair.split("=", 2))
                    .collect(toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
        }
    }

    record Answer(int status, String type, String body, Map<String, String> headers) {
        static Answer json(Object body) {
            try {
                return new Answer(200, "application/json", JSON.writeValueAsString(body), Map.of());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        static Answer problem(int status, String title, String detail) {
            String body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}";
            return new Answer(status, "application/problem+json", body.formatted(title, status, detail), Map.of());
        }
    }

    PageServer(CarApi cars) throws IOException {
        this.cars = cars;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setExecutor(threads);
        server.createContext("/used-cars/dashboard/", this::file);
        server.createContext("/used-cars/v1/", this::api);
        server.start();
    }

    /** The page's address, without a query. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/used-cars/dashboard/";
    }

    void config(String json) {
        config = json;
    }

    /** From now on, calls of a path are answered so; {@code cars} and the figures are computed otherwise. */
    void answer(String path, Function<Call, Answer> answer) {
        answers.put(path, answer);
    }

    /** Calls of a path are answered from the cars again. */
    void mend(String path) {
        answers.remove(path);
    }

    Answer computed(Call call) {
        return Answer.json(cars.answer(call.path(), call.parameters()));
    }

    /** The queries that a path was called with, in order. */
    List<String> queries(String path) {
        return calls.stream()
                .filter(call -> call.path().equals(path))
                .map(Call::query)
                .toList();
    }

    List<Call> calls() {
        return calls;
    }

    private void file(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring("/used-cars/dashboard/".length());
        name = name.isEmpty() ? "index.html" : name;
        if (name.equals("config.json")) {
            send(exchange, 200, "application/json", config.getBytes(UTF_8));
            return;
        }
        try (InputStream content = PageServer.class.getResourceAsStream("/io/terralake/usedcars/page/" + name)) {
            if (content == null) {
                send(exchange, 404, "text/plain", new byte[0]);
                return;
            }
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            send(exchange, 200, TYPES.get(name.substring(name.lastIndexOf('.') + 1)), content.readAllBytes());
        }
    }

    private void api(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring("/used-cars/v1/".length());
        String query = exchange.getRequestURI().getRawQuery();
        Call call = new Call(
                path, query == null ? "" : query, exchange.getRequestHeaders().getFirst("Authorization"));
        calls.add(call);
        Answer answer = answers.getOrDefault(path, this::computed).apply(call);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        send(exchange, answer.status(), answer.type(), answer.body().getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
