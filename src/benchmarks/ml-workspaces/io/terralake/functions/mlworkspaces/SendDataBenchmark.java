package io.terralake.functions.mlworkspaces;

import com.azure.storage.queue.QueueClient;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.terralake.azurite.Azurite;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Response;
import io.terralake.functions.local.LocalStorage;
import io.terralake.functions.local.QueueHost;
import io.terralake.functions.mlworkspaces.storage.BlobRequests;
import io.terralake.registration.AllowList;
import io.terralake.registration.Registration;
import io.terralake.registration.RegistrationRequest;
import io.terralake.registration.arm.AzureArm;
import io.terralake.registration.report.Item;
import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Measures {@code POST /send_data} over HTTP for 100 datasets in 10 workspaces against the registration as the deploy hook runs it, both with an
 * ARM that takes 50 ms for each call, in turn; and how soon an accepted request is answered. Requests are kept in Azurite.
 */
final class SendDataBenchmark {
    private static final int ROUNDS = 3;
    private static final int DATASETS = 100;
    private static final int LATENCY = 50;
    private static final List<String> WORKSPACES =
            IntStream.range(0, 10).mapToObj("workspace%d"::formatted).toList();

    private final UnsteadyArm arm;
    private final AzureArm connection;
    private final String body;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;

    private SendDataBenchmark(UnsteadyArm arm, URI address, int datasets) {
        this.arm = arm;
        this.connection = arm.connect();
        this.address = address;
        this.body = Requests.many(WORKSPACES, datasets);
    }

    public static void main(String[] arguments) throws Exception {
        try (Azurite azurite = Azurite.start(Path.of("../device-images"))) {
            LocalStorage storage = new LocalStorage(azurite.blobs(), azurite.queues());
            Map<String, List<Double>> times = new TreeMap<>();
            for (int round = 0; round <= ROUNDS; round++) {
                // The first round makes classes and connections, and does not count.
                measure(storage, round == 0 ? new TreeMap<>() : times, round == 0 ? 5 : DATASETS);
            }
            print(times);
        }
    }

    private static void measure(LocalStorage storage, Map<String, List<Double>> times, int datasets) throws Exception {
        for (String way : List.of("hook", "POST", "accepted")) {
            try (UnsteadyArm arm = new UnsteadyArm(WORKSPACES.toArray(String[]::new))) {
                QueueClient queue = storage.queue("registrations");
                BlobRequests requests = new BlobRequests(storage.container("registrations"));
                Registrar registrar = new Registrar(
                        Targets.of(
                                WORKSPACES.stream().map(UnsteadyArm::workspace).collect(Collectors.joining(",")),
                                "sourcedata"),
                        arm.connect(),
                        text -> text);
                HttpServer server = serve(RegistrationsApi.guarded(() -> new RegistrationsApi(
                        registrar, requests, queue::sendMessage, InstantSource.system(), RegistrationsApi.LONGEST)));
                try (QueueHost host = new QueueHost(
                        queue,
                        storage.queue("registrations-poison"),
                        new AcceptedHandler(registrar, requests)::handle,
                        1,
                        Duration.ofMinutes(10),
                        5,
                        System.err::println)) {
                    URI address = URI.create("http://127.0.0.1:%d/send_data"
                            .formatted(server.getAddress().getPort()));
                    SendDataBenchmark benchmark = new SendDataBenchmark(arm, address, datasets);
                    for (String run : List.of("first run", "nothing changed")) {
                        arm.latency(LATENCY);
                        long start = System.nanoTime();
                        switch (way) {
                            case "hook" -> benchmark.hook();
                            case "POST" -> benchmark.post();
                            default -> {
                                benchmark.accept(times);
                                host.handleBatch();
                            }
                        }
                        double seconds = (System.nanoTime() - start) / 1e9;
                        times.computeIfAbsent("%s, %s".formatted(run, way), key -> new ArrayList<>())
                                .add(seconds);
                    }
                } finally {
                    server.stop(0);
                }
            }
        }
    }

    private void hook() {
        RegistrationRequest request = Requests.read(body);
        boolean failed = new Registration(
                        connection, new Registration.Options(Registration.Options.BOUND, false, false))
                .run(request, new AllowList(WORKSPACES), Instant.now(), () -> {}).stream()
                        .anyMatch(Item::failed);
        require(!failed, "an item failed");
    }

    private void post() throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request(body).build(), HttpResponse.BodyHandlers.ofString());
        require(response.statusCode() == 200, response.body());
    }

    /** Accepted; the time to the first byte of the answer counts by itself. */
    private void accept(Map<String, List<Double>> times) throws IOException, InterruptedException {
        List<Double> first = times.computeIfAbsent("first byte of 202", key -> new ArrayList<>());
        long start = System.nanoTime();
        HttpResponse<InputStream> response = client.send(
                request(body).header("Prefer", "respond-async").build(), HttpResponse.BodyHandlers.ofInputStream());
        require(response.statusCode() == 202 && response.body().read() == '{', "not accepted");
        first.add((System.nanoTime() - start) / 1e9);
        response.body().close();
    }

    private HttpRequest.Builder request(String text) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofString(text));
        SendData.headers(SendData.FACTORY).forEach(request::header);
        return request;
    }

    private static void require(boolean right, String what) {
        if (!right) {
            throw new IllegalStateException(what);
        }
    }

    private static HttpServer serve(Handler handler) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", exchange -> answer(handler, exchange));
        server.start();
        return server;
    }

    private static void answer(Handler handler, HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
        Response response = handler.handle(new io.terralake.functions.http.Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        exchange.sendResponseHeaders(response.status(), response.body().length);
        exchange.getResponseBody().write(response.body());
        exchange.close();
    }

    private static void print(Map<String, List<Double>> times) {
        System.out.println("seconds: median, fastest, slowest");
        times.forEach((what, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.3f, %.3f, %.3f%n",
                    what,
                    median(all),
                    sorted.get(0),
                    sorted.get(sorted.size() - 1));
        });
        for (String run : List.of("first run", "nothing changed")) {
            for (String way : List.of("POST", "accepted")) {
                System.out.printf(
                        Locale.ROOT,
                        "%s, %s: %.2f of the hook%n",
                        run,
                        way,
                        median(times.get("%s, %s".formatted(run, way))) / median(times.get(run + ", hook")));
            }
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
