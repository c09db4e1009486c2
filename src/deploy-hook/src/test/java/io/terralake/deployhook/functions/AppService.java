package io.terralake.deployhook.functions;

import com.azure.core.http.HttpClient;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Guids;
import io.terralake.registration.testing.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The emulated publishing endpoint of an app: it remembers what it was asked, and fails and hangs up when a test wants it to. */
final class AppService implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String APP = "func-1";
    private static final String HOST = APP + ".scm.azurewebsites.net";
    private static final String DEPLOYMENTS = "/api/deployments";

    final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final Emulator azure;
    private final java.net.http.HttpClient.Builder client;
    private volatile Function<Request, Optional<Reply>> fault = request -> Optional.empty();
    private volatile boolean loseAnswer;

    AppService() {
        try {
            azure = Emulator.start(new EmulatorOptions(0, null, Set.of("ResourceGroupNotFound"), Duration.ZERO));
            URI proxy = URI.create(azure.environment().get("HTTPS_PROXY"));
            client = java.net.http.HttpClient.newBuilder()
                    .sslContext(Trust.in(azure).context())
                    .proxy(ProxySelector.of(new InetSocketAddress(proxy.getHost(), proxy.getPort())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        azure.add(
                "/subscriptions/s/resourceGroups/test/providers/Microsoft.Web/sites/" + APP,
                JsonNodeFactory.instance.objectNode());
        azure.intercept(this::answer);
    }

    static String address() {
        return "https://" + HOST;
    }

    /** The id of a deployment, from 1 on. */
    static String id(int number) {
        return Guids.of(HOST, Integer.toString(number));
    }

    HttpClient http() {
        return Trust.impatient(client);
    }

    /** Lets a deployment fail in the end. */
    void fail(int number) {
        failing.add(id(number));
    }

    void fault(Function<Request, Optional<Reply>> function) {
        this.fault = function;
    }

    /** Takes the next package and hangs up. */
    void loseAnswer() {
        this.loseAnswer = true;
    }

    /** Publishes as somebody else would, and looks at it some times: three times until it is over. */
    void deploy(String deployer, int looks) {
        azure.intercept((request, emulated) -> emulated.apply(request));
        String id = send(HttpRequest.newBuilder(URI.create("%s/api/publish?Deployer=%s".formatted(address(), deployer)))
                        .header("Content-Type", "application/zip")
                        .POST(HttpRequest.BodyPublishers.ofString("a package")))
                .asText();
        for (int i = 0; i < looks; i++) {
            send(HttpRequest.newBuilder(URI.create("%s%s/%s".formatted(address(), DEPLOYMENTS, id))));
        }
        azure.intercept(this::answer);
    }

    /** Who published, by the id of the deployment, oldest first. */
    List<String> deployments() {
        azure.intercept((request, emulated) -> emulated.apply(request));
        List<String> deployments = new ArrayList<>();
        JsonNode all = send(HttpRequest.newBuilder(URI.create(address() + DEPLOYMENTS)));
        for (int number = 1; number <= all.size(); number++) {
            for (JsonNode each : all) {
                if (each.path("id").asText().equals(id(number))) {
                    deployments.add(each.path("deployer").asText());
                }
            }
        }
        azure.intercept(this::answer);
        return deployments;
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(client.build()
                    .send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply answer(Request request, Function<Request, Reply> emulated) {
        calls.add("%s %s%s".formatted(request.method(), request.path(), query(request)));
        if (!request.header("Authorization").equals("Bearer a-token")) {
            return Reply.empty(401);
        }
        Reply reply = fault.apply(request).orElseGet(() -> failed(request, emulated.apply(request)));
        if (loseAnswer && request.method().equals("POST")) {
            loseAnswer = false;
            return Reply.none();
        }
        return reply;
    }

    private static String query(Request request) {
        return request.query().isEmpty()
                ? ""
                : "?RemoteBuild=%s&Deployer=%s"
                        .formatted(request.parameter("RemoteBuild"), request.parameter("Deployer"));
    }

    private Reply failed(Request request, Reply reply) {
        if (!request.path().startsWith(DEPLOYMENTS) || reply.status() != 200) {
            return reply;
        }
        try {
            JsonNode json = JSON.readTree(reply.body());
            json.findParents("status").stream()
                    .filter(each -> failing.contains(each.path("id").asText())
                            && each.path("status").asInt() == 4)
                    .forEach(each -> ((ObjectNode) each).put("status", 3).put("status_text", "no such runtime"));
            return Reply.json(200, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            azure.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
