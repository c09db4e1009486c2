package io.terralake.registration.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.registration.arm.Advice;
import io.terralake.registration.arm.AzureArm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Azure Resource Manager as the emulator has it, which fails, hangs up, takes its time and lags behind when a test wants it to. It remembers
 * what it was asked, and what {@link PublishedShapes} has against it.
 */
public final class UnsteadyArm implements AutoCloseable {
    public static final String GROUP = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test";
    public static final Advice ADVICE = new Advice("log in", "come back later");

    /** Resources stand alone here, without what they are in. */
    private static final Set<String> ALLOWED = Set.of("ResourceGroupNotFound", "ParentResourceNotFound");

    private static final String WORKSPACES = "/providers/Microsoft.MachineLearningServices/workspaces/";

    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final SlowLists lists = new SlowLists();
    private final Emulator azure;
    private final Trust trust;
    private volatile Function<Request, Optional<Reply>> fault = request -> Optional.empty();
    private volatile Predicate<Request> lost = request -> false;
    private volatile int latencyMillis;

    /** @param workspaces names of workspaces that there are */
    public UnsteadyArm(String... workspaces) {
        try {
            azure = Emulator.start(new EmulatorOptions(0, null, ALLOWED, Duration.ZERO));
            trust = Trust.in(azure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (String workspace : workspaces) {
            put(workspace(workspace), JsonNodeFactory.instance.objectNode());
        }
        azure.intercept(this::answer);
    }

    public static String workspace(String name) {
        return GROUP + WORKSPACES + name;
    }

    public String endpoint() {
        return "https://127.0.0.1:" + azure.port();
    }

    /** Options of a JVM that trusts it. */
    public List<String> trusted(Path folder) {
        return trust.options(folder.resolve("trusted.p12"));
    }

    /** Access to it, with quick retries. */
    public AzureArm connect(int tries, Advice advice) {
        return AzureArm.connect(
                new AzureArm.Options(endpoint(), "a-token", Duration.ofMillis(5), tries, advice), trust.http());
    }

    /** Access to it, with quick retries and an advice of no program. */
    public AzureArm connect(int tries) {
        return connect(tries, ADVICE);
    }

    public AzureArm connect() {
        return connect(3);
    }

    /** Answers requests for which the function gives something with that. */
    public void fault(Function<Request, Optional<Reply>> function) {
        this.fault = function;
    }

    /** Does what these requests ask for, and hangs up instead of answering. */
    public void loseAnswers(Predicate<Request> requests) {
        this.lost = requests;
    }

    public void latency(int millis) {
        this.latencyMillis = millis;
    }

    /** Lets lists lag behind: they do not show the versions that there are now. */
    public void hideFromLists() {
        lists.hide(state().keySet());
    }

    /** Everything that is kept, by id: what each resource holds. */
    public Map<String, JsonNode> state() {
        Map<String, JsonNode> state = new TreeMap<>();
        azure.resources().forEach((id, resource) -> state.put(id, resource.path("properties")));
        return state;
    }

    /** What a resource holds; fails when there is none. */
    public JsonNode resource(String workspace, String path) {
        return resource(workspace(workspace) + "/" + path);
    }

    /** What a resource holds, by its whole id; fails when there is none. */
    public JsonNode resource(String id) {
        return azure.resource(id).orElseThrow().path("properties");
    }

    /** Puts a resource as somebody else would. */
    public void put(String id, JsonNode properties) {
        azure.add(id, JsonNodeFactory.instance.objectNode().set("properties", properties));
    }

    /** Puts a version as somebody else would. */
    public void putVersion(String workspace, String dataset, String version, String uri) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        put(
                "%s/data/%s/versions/%s".formatted(workspace(workspace), dataset, version),
                properties.put("dataType", "uri_file").put("dataUri", uri));
    }

    /** Changes what a resource holds, as no request can. */
    public void change(String id, Consumer<ObjectNode> properties) {
        azure.change(id, resource -> properties.accept(resource.withObject("/properties")));
    }

    /** The calls so far, such as {@code PUT /subscriptions/…}. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void forgetCalls() {
        calls.clear();
    }

    public List<String> violations() {
        return List.copyOf(violations);
    }

    public int mostAtOnce() {
        return most.get();
    }

    @Override
    public void close() {
        try {
            azure.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply answer(Request request, Function<Request, Reply> emulated) {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            pause(latencyMillis);
            calls.add(request.method() + " " + request.path());
            violations.addAll(PublishedShapes.violations(request));
            Reply reply = fault.apply(request).orElseGet(() -> lists.shown(request, emulated.apply(request)));
            return lost.test(request) ? Reply.none() : reply;
        } finally {
            now.decrementAndGet();
        }
    }

    /** Lets time pass before an answer. */
    public static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
