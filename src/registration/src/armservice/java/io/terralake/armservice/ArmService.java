package io.terralake.armservice;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import io.terralake.emulator.arm.Refused;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.registration.arm.Advice;
import io.terralake.registration.arm.AzureArm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * An emulated Azure that fails, hangs up, takes its time and lags behind when a test wants it to. What was asked is remembered, and what
 * {@link PublishedShapes} says against it.
 */
public final class ArmService implements AutoCloseable {
    public static final String GROUP = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test";
    public static final Advice ADVICE = new Advice("log in", "come back later");
    private static final String WORKSPACES = "/providers/Microsoft.MachineLearningServices/workspaces/";

    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Lists lists = new Lists();
    private final Emulator azure;
    private volatile Function<Request, Optional<Reply>> fault = request -> Optional.empty();
    private volatile Predicate<Request> lost = request -> false;
    private volatile int latencyMillis;

    /** @param workspaces names of workspaces that there are */
    public ArmService(String... workspaces) {
        try {
            // Resources stand alone here, without the groups and services that they are in.
            azure = Emulator.start(new EmulatorOptions(
                    0, null, Refused.all().stream().map(Refused::code).collect(Collectors.toSet()), Duration.ZERO));
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
        return "https://localhost:" + azure.port();
    }

    /** The certificate that it shows. */
    public X509Certificate certificate() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(Path.of(azure.environment().get("SSL_CERT_FILE")))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** Access to it, with quick retries. */
    public AzureArm connect(int tries, Advice advice) {
        return AzureArm.connect(
                new AzureArm.Options(endpoint(), "a-token", Duration.ofMillis(5), tries, advice), trustingHttp());
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

    /** What a resource holds; fails when there is none. */
    public JsonNode resource(String workspace, String path) {
        return resource(workspace(workspace) + "/" + path);
    }

    /** What a resource holds, by its whole id; fails when there is none. */
    public JsonNode resource(String id) {
        return azure.resource(id).orElseThrow().path("properties");
    }

    /** Everything that is kept, by id. */
    public Map<String, ObjectNode> state() {
        return azure.resources();
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

    /** Puts a resource as somebody else would. */
    public void put(String id, JsonNode properties) {
        azure.add(id, JsonNodeFactory.instance.objectNode().set("properties", properties));
    }

    /** Lets lists lag behind: they do not show the versions that there are now. */
    public void hideFromLists() {
        lists.hide(azure.resources().keySet());
    }

    /** Puts a version as somebody else would. */
    public void putVersion(String workspace, String dataset, String version, String uri) {
        put(
                "%s/data/%s/versions/%s".formatted(workspace(workspace), dataset, version),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("dataType", "uri_file")
                        .put("dataUri", uri));
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

    /** Lets time pass. */
    public static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A client that takes the certificates of test doubles. */
    public static HttpClient trustingHttp() {
        try {
            return new JdkHttpClientBuilder(
                            java.net.http.HttpClient.newBuilder().sslContext(trusting()))
                    .connectionTimeout(Duration.ofSeconds(2))
                    .responseTimeout(Duration.ofSeconds(1))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext trusting() throws GeneralSecurityException {
        X509TrustManager all = new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        };
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {all}, null);
        return context;
    }
}
