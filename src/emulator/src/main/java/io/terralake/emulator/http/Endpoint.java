package io.terralake.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** HTTPS on this machine only, and a proxy that leads all other names here. */
public final class Endpoint implements AutoCloseable {
    static {
        // Without it every answer waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Clients end connections that are idle; were it the server, a request could be under way.
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
    }

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "emulator");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpsServer server;
    private final Proxy proxy;
    private final String authority;

    /**
     * Listens.
     *
     * @param port 0 for one that is free
     * @param names the names that are emulated, with {@code *.} for every name one level below
     * @param answers gives each request its answer
     * @param refused told what a client of the proxy asked for, and whose host or port is not emulated
     * @throws IOException when something listens at the port already
     */
    public Endpoint(int port, List<String> names, Function<Request, Reply> answers, Consumer<String> refused)
            throws IOException {
        Certificates certificates = Certificates.create(names);
        this.authority = certificates.authority();
        try {
            this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        } catch (BindException e) {
            throw new IOException(
                    "port %d of 127.0.0.1 is taken, perhaps by another emulator: end it, or name another port (%s)"
                            .formatted(port, e.getMessage()),
                    e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.context()));
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, answers));
        // Its thread is as ours are: none keeps a process that is done.
        CompletableFuture.runAsync(server::start, threads).join();
        try {
            this.proxy = new Proxy(
                    server.getAddress(),
                    threads,
                    place -> names.stream().anyMatch(name -> covers(name + ":443", place)),
                    refused);
        } catch (IOException e) {
            server.stop(0);
            throw e;
        }
    }

    /** Whether a name, or one with {@code *.} at its start, is a host's. */
    private static boolean covers(String name, String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return name.startsWith("*.")
                ? lower.endsWith(name.substring(1))
                        && lower.indexOf('.') == lower.length() - name.length() + 1
                        && lower.charAt(0) != '.'
                : name.equals(lower);
    }

    /** Where HTTPS is spoken, for clients that know where they go. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The port of the proxy, for clients that go to names of Azure. */
    public int proxyPort() {
        return proxy.port();
    }

    /** The certificate that clients must trust, as PEM. */
    public String authority() {
        return authority;
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        server.stop(0);
        // No interrupt: a request that is under way would close the state file.
        threads.shutdown();
    }

    private static void answer(HttpExchange exchange, Function<Request, Reply> answers) throws IOException {
        try (exchange) {
            Reply reply = answers.apply(request(exchange));
            if (reply.isNone()) {
                return;
            }
            exchange.getResponseHeaders()
                    .set("x-ms-request-id", UUID.randomUUID().toString());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            boolean silent =
                    reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), silent ? -1 : reply.body().length);
            if (!silent) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(reply.body());
                }
            }
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        URI uri = exchange.getRequestURI();
        String host = uri.getScheme() == null ? headers.getOrDefault("host", "") : uri.getRawAuthority();
        return new Request(
                exchange.getRequestMethod(),
                host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT),
                path(uri),
                query(uri.getRawQuery()),
                Map.copyOf(headers),
                exchange.getRequestBody().readAllBytes());
    }

    /** Two slashes at the start, which azurerm writes, are no host; where there is a host, a scheme is before it. */
    private static String path(URI uri) {
        String host = uri.getAuthority() == null || uri.getScheme() != null ? "" : "/" + uri.getAuthority();
        return (host + uri.getPath()).replaceAll("/+", "/").replaceFirst("/$", "");
    }

    private static Map<String, String> query(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.put(decoded(name).toLowerCase(Locale.ROOT), decoded(value));
        }
        return Map.copyOf(parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
