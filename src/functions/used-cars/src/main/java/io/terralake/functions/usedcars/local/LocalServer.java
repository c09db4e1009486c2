package io.terralake.functions.usedcars.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import io.terralake.input.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The page and the API on 127.0.0.1, for whoever asks there. */
final class LocalServer implements Closeable {
    private static final int THREADS = 8;
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    /**
     * A server that answers already.
     *
     * @param port 0 for any that is free
     * @param api answers below {@code /v1}
     * @param page answers below {@code /dashboard}
     * @throws InputException when the port is taken
     */
    LocalServer(int port, Handler api, Handler page) throws IOException {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new InputException("--port %d is taken: another, or 0 for any that is free".formatted(port));
        }
        Handler handler = ((Handler) request -> switch (place(request)) {
                    case "v1" -> api.handle(request);
                    case "dashboard" -> page.handle(request);
                    default -> Handler.NOTHING.handle(request);
                })
                .guarded();
        server.createContext("/", exchange -> answer(exchange, handler));
        server.setExecutor(threads);
        server.start();
    }

    /** Where the page is. */
    URI page() {
        return URI.create(
                "http://127.0.0.1:%d/dashboard/".formatted(server.getAddress().getPort()));
    }

    /** The first part of the path; none for a page of somebody else whose name leads here, which a browser would let read the answers. */
    private String place(Request request) {
        String host = request.headers().getOrDefault("Host", "");
        boolean own = HOSTS.stream()
                .anyMatch(name -> host.equals(name + ":" + server.getAddress().getPort()));
        return own ? request.address().getRawPath().split("/", 3)[1] : "";
    }

    private static void answer(HttpExchange exchange, Handler handler) throws IOException {
        try (exchange) {
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, header -> header.getValue().get(0)));
            Response response =
                    handler.handle(new Request(exchange.getRequestMethod(), exchange.getRequestURI(), headers));
            response.headers().forEach(exchange.getResponseHeaders()::set);
            int length = response.body().length;
            exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
            exchange.getResponseBody().write(response.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }
}
