package io.terralake.emulator.http;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;

/** HTTPS on this machine only, the same without TLS, and a proxy that leads all other names here. */
public final class Endpoint implements AutoCloseable {
    static {
        // Without it every answer waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Clients end connections that are idle; were it the server, a request could be under way.
        System.setProperty("sun.net.httpserver.idleInterval", "3600");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "100000");
    }

    private static final int BACKLOG = 64;

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "emulator");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpsServer server;
    private final HttpServer plain;
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
            this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        } catch (BindException e) {
            throw new IOException(
                    "port %d of 127.0.0.1 is taken, perhaps by another emulator: end it, or name another port (%s)"
                            .formatted(port, e.getMessage()),
                    e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.context()));
        try {
            this.plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
            this.proxy = new Proxy(
                    server.getAddress(),
                    threads,
                    place -> names.stream().anyMatch(name -> covers(name + ":443", place)),
                    refused);
        } catch (IOException e) {
            server.stop(0);
            throw e;
        }
        for (HttpServer each : List.of(server, plain)) {
            each.setExecutor(threads);
            each.createContext("/", new Exchanges(answers));
            // Its thread is as ours are: none keeps a process that is done.
            CompletableFuture.runAsync(each::start, threads).join();
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

    /** Where the same is said without TLS, which takes most of the time of a client that opens a connection for each request. */
    public String plainOrigin() {
        return "http://localhost:" + plain.getAddress().getPort();
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
        plain.stop(0);
        // No interrupt: a request that is under way would close the state file.
        threads.shutdown();
    }
}
