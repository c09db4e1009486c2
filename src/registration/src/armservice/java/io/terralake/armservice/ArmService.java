package io.terralake.armservice;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.terralake.registration.arm.Advice;
import io.terralake.registration.arm.AzureArm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * ARM over HTTPS, as far as Azure ML's datastores and datasets go: it keeps what was put, its versions are immutable, and it
 * throttles, fails and hangs up when a test wants it to. Requests of another shape than the published one are remembered.
 */
public final class ArmService implements AutoCloseable, ResponseDefinitionTransformerV2 {
    public static final String GROUP = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/test";
    public static final Advice ADVICE = new Advice("log in", "come back later");
    private static final String WORKSPACES = "/providers/Microsoft.MachineLearningServices/workspaces/";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern VERSION = Pattern.compile("(.*)/data/([^/]+)/versions/([^/]+)");
    private static final Pattern CONTAINER = Pattern.compile("(.*)/data/([^/]+)");
    private static final Map<String, List<String>> SHAPES = Map.of(
            "datastores",
            List.of(
                    "datastoreType",
                    "accountName",
                    "filesystem",
                    "endpoint",
                    "protocol",
                    "description",
                    "tags",
                    "properties",
                    "serviceDataAccessAuthIdentity",
                    "credentials"),
            "versions",
            List.of("dataType", "dataUri", "description", "tags", "properties", "isAnonymous"),
            "privateEndpointConnections",
            List.of("privateEndpoint", "privateLinkServiceConnectionState", "groupIds", "provisioningState"));
    private static final Map<String, String> NEWEST =
            Map.of("$orderBy", "createdtime desc", "$top", "1", "listViewType", "All");
    private static final String CONNECTIONS = "/privateEndpointConnections";

    /** By a part of the id; Azure ML's is that of everything else. */
    private static final Map<String, String> API_VERSIONS = Map.of(
            "/Microsoft.DataFactory/", "2018-06-01",
            "/Microsoft.Storage/", "2023-05-01",
            "/Microsoft.Sql/", "2023-08-01",
            "/Microsoft.KeyVault/", "2023-07-01",
            "/Microsoft.Web/", "2024-04-01");

    /** How many datastores are on a page, unless more are asked for ({@code Datastores_List}). */
    private static final int PAGE = 30;

    private final Map<String, ObjectNode> resources = new ConcurrentHashMap<>();

    /** Ids of versions that lists do not show yet. */
    private final Set<String> unlisted = ConcurrentHashMap.newKeySet();

    /** Ids of versions, in the order in which they were made. */
    private final List<String> made = new CopyOnWriteArrayList<>();

    private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final WireMockServer server;
    private volatile Function<Request, Optional<ResponseDefinitionBuilder>> fault = request -> Optional.empty();
    private volatile Predicate<Request> lost = request -> false;
    private volatile int latencyMillis;

    /** @param workspaces names of workspaces that there are */
    public ArmService(String... workspaces) {
        for (String workspace : workspaces) {
            resources.put(workspace(workspace), JSON.createObjectNode());
        }
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicHttpsPort()
                .httpDisabled(true)
                .containerThreads(100)
                .disableRequestJournal()
                .extensions(this));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    }

    public static String workspace(String name) {
        return GROUP + WORKSPACES + name;
    }

    public String endpoint() {
        return server.baseUrl();
    }

    /** The certificate that it shows. */
    public X509Certificate certificate() throws IOException, GeneralSecurityException {
        int port = server.httpsPort();
        try (SSLSocket socket = (SSLSocket) trusting().getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
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
    public void fault(Function<Request, Optional<ResponseDefinitionBuilder>> function) {
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
        return Optional.ofNullable(resources.get(workspace(workspace) + "/" + path))
                .orElseThrow();
    }

    /** Everything that is kept, by id. */
    public Map<String, JsonNode> state() {
        return new ConcurrentSkipListMap<>(resources);
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
        resources.put(id, properties.deepCopy());
    }

    /** What a resource holds, by its whole id; fails when there is none. */
    public JsonNode resource(String id) {
        return Optional.ofNullable(resources.get(id)).orElseThrow();
    }

    /** Lets lists lag behind: they do not show the versions that there are now. */
    public void hideFromLists() {
        unlisted.addAll(made);
    }

    /** Puts a version as somebody else would. */
    public void putVersion(String workspace, String dataset, String version, String uri) {
        String id = "%s/data/%s/versions/%s".formatted(workspace(workspace), dataset, version);
        resources.put(id, JSON.createObjectNode().put("dataType", "uri_file").put("dataUri", uri));
        made.add(id);
    }

    @Override
    public void close() {
        server.stop();
    }

    @Override
    public String getName() {
        return "arm";
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try {
            if (latencyMillis > 0) {
                Thread.sleep(latencyMillis);
            }
            String path = request.getUrl().replaceFirst("\\?.*", "");
            calls.add(request.getMethod() + " " + path);
            check(request, path);
            ResponseDefinitionBuilder answer = fault.apply(request).orElseGet(() -> answer(request, path));
            return lost.test(request)
                    ? WireMock.aResponse()
                            .withFault(Fault.CONNECTION_RESET_BY_PEER)
                            .build()
                    : answer.build();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            now.decrementAndGet();
        }
    }

    private ResponseDefinitionBuilder answer(Request request, String path) {
        return request.getMethod().equals(RequestMethod.PUT) ? put(path, request.getBodyAsString()) : get(path);
    }

    private ResponseDefinitionBuilder get(String path) {
        if (path.endsWith(CONNECTIONS)) {
            return connections(path);
        }
        if (path.endsWith("/datastores")) {
            return datastores(path);
        }
        if (path.endsWith("/versions")) {
            return newest(path);
        }
        Matcher container = CONTAINER.matcher(path);
        if (container.matches() && !path.contains("/versions/")) {
            return container(path);
        }
        ObjectNode found = resources.get(path);
        return found == null ? error(404, "ResourceNotFound", "no " + path) : ok(200, path, found);
    }

    private ResponseDefinitionBuilder datastores(String path) {
        String workspace = path.substring(0, path.lastIndexOf('/'));
        if (!resources.containsKey(workspace)) {
            return error(404, "ResourceNotFound", "no " + workspace);
        }
        List<String> ids = new ConcurrentSkipListMap<>(resources)
                .keySet().stream().filter(id -> id.startsWith(path + "/")).toList();
        ObjectNode body = JSON.createObjectNode();
        ArrayNode value = body.putArray("value");
        ids.stream().limit(PAGE).forEach(id -> value.add(resource(id, resources.get(id))));
        if (ids.size() > PAGE) {
            body.put("nextLink", "https://elsewhere.invalid/next");
        }
        return json(200, body);
    }

    /** The version that was made last, and a page with the others that nobody should ask for. */
    private ResponseDefinitionBuilder newest(String path) {
        Optional<String> newest =
                made.stream().filter(id -> id.startsWith(path + "/")).reduce((one, later) -> later);
        if (newest.isEmpty()) {
            return error(404, "NotFound", "no " + path);
        }
        ObjectNode body = JSON.createObjectNode().put("nextLink", endpoint() + path + "?$skip=1");
        body.putArray("value").add(resource(newest.get(), resources.get(newest.get())));
        return json(200, body);
    }

    private ResponseDefinitionBuilder container(String path) {
        if (made.stream().noneMatch(id -> id.startsWith(path + "/versions/"))) {
            return error(404, "NotFound", "no " + path);
        }
        int latest = latest(path);
        ObjectNode container = JSON.createObjectNode().put("nextVersion", String.valueOf(latest + 1));
        if (latest > 0) {
            container.put("latestVersion", String.valueOf(latest));
        }
        return ok(200, path, container);
    }

    private static ObjectNode resource(String id, JsonNode properties) {
        ObjectNode resource = JSON.createObjectNode().put("id", id).put("name", id.substring(id.lastIndexOf('/') + 1));
        resource.set("properties", properties);
        return resource;
    }

    /** One on each page. */
    private ResponseDefinitionBuilder connections(String path) {
        List<String> ids = new ConcurrentSkipListMap<>(resources)
                .keySet().stream().filter(id -> id.startsWith(path + "/")).toList();
        int page = pages.getAndIncrement() % Math.max(1, ids.size());
        ObjectNode body = JSON.createObjectNode();
        ArrayNode value = body.putArray("value");
        if (!ids.isEmpty()) {
            String id = ids.get(page);
            value.add(resource(id, resources.get(id)));
        }
        if (page + 1 < ids.size()) {
            body.put("nextLink", "%s%s?api-version=%s&$skiptoken=next".formatted(endpoint(), path, apiVersion(path)));
        }
        return json(200, body);
    }

    private static String apiVersion(String path) {
        return API_VERSIONS.entrySet().stream()
                .filter(version -> path.contains(version.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("2025-06-01");
    }

    private ResponseDefinitionBuilder put(String path, String body) {
        ObjectNode properties = (ObjectNode) read(body).path("properties");
        Matcher version = VERSION.matcher(path);
        if (version.matches()) {
            // Azure answers with the workspace's whole id.
            properties.put(
                    "dataUri",
                    properties.path("dataUri").asText().replace("azureml://", "azureml:/" + version.group(1) + "/"));
            if (resources.putIfAbsent(path, properties) != null) {
                return error(409, "Conflict", "version %s exists".formatted(version.group(3)));
            }
            made.add(path);
            return ok(201, path, properties);
        }
        return ok(resources.put(path, properties) == null ? 201 : 200, path, properties);
    }

    private int latest(String container) {
        return resources.keySet().stream()
                .filter(id -> id.startsWith(container + "/versions/"))
                .map(id -> id.substring(id.lastIndexOf('/') + 1))
                .filter(version -> version.matches("\\d+"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    }

    private void check(Request request, String path) {
        if (!apiVersion(path).equals(request.queryParameter("api-version").firstValue())) {
            violations.add("api-version of " + request.getUrl());
        }
        if (!"Bearer a-token".equals(request.getHeader("Authorization"))) {
            violations.add("Authorization of " + request.getUrl());
        }
        if (path.endsWith("/versions")) {
            NEWEST.forEach((name, value) -> {
                if (!request.queryParameter(name).isPresent()
                        || !value.equals(request.queryParameter(name).firstValue())) {
                    violations.add("%s of %s".formatted(name, request.getUrl()));
                }
            });
        }
        if (request.getMethod().equals(RequestMethod.PUT)) {
            String kind = path.replaceFirst(".*/([^/]+)/[^/]+$", "$1");
            read(request.getBodyAsString()).path("properties").fieldNames().forEachRemaining(field -> {
                if (!SHAPES.getOrDefault(kind, List.of()).contains(field)) {
                    violations.add("%s of %s".formatted(field, path));
                }
            });
        }
    }

    private static ResponseDefinitionBuilder ok(int status, String id, JsonNode properties) {
        return json(status, resource(id, properties));
    }

    public static ResponseDefinitionBuilder error(int status, String code, String message) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("error").put("code", code).put("message", message);
        return json(status, body);
    }

    private static ResponseDefinitionBuilder json(int status, JsonNode body) {
        return WireMock.aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.toString());
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
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
