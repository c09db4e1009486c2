package io.terralake.deployhook.functions;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The publishing endpoint of an app over HTTPS: it keeps what was published, and is done with it after some looks. */
final class AppService implements AutoCloseable, ResponseDefinitionTransformerV2 {
    private static final JsonMapper JSON = new JsonMapper();

    final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    final Map<String, ObjectNode> deployments = Collections.synchronizedMap(new LinkedHashMap<>());
    private final WireMockServer server;
    private volatile Function<Request, Optional<ResponseDefinitionBuilder>> fault = request -> Optional.empty();
    private volatile int end = 4;
    private volatile boolean loseAnswer;

    AppService() {
        server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicHttpsPort()
                .httpDisabled(true)
                .disableRequestJournal()
                .extensions(this));
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.aResponse()));
    }

    String address() {
        return server.baseUrl();
    }

    /** How deployments end: 3 for failed, 4 for well. */
    void endWith(int status) {
        this.end = status;
    }

    void fault(Function<Request, Optional<ResponseDefinitionBuilder>> function) {
        this.fault = function;
    }

    /** Takes the next package and hangs up. */
    void loseAnswer() {
        this.loseAnswer = true;
    }

    ObjectNode deploy(String id, String deployer, int status) {
        ObjectNode deployment = JSON.createObjectNode()
                .put("id", id)
                .put("deployer", deployer)
                .put("status", status)
                .put("status_text", status == 3 ? "no such runtime" : "")
                .put("received_time", "2026-01-01T00:00:%02dZ".formatted(deployments.size()));
        deployments.put(id, deployment);
        return deployment;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        calls.add(request.getMethod() + " " + request.getUrl());
        return fault.apply(request).orElseGet(() -> answer(request)).build();
    }

    private ResponseDefinitionBuilder answer(Request request) {
        if (!"Bearer a-token".equals(request.getHeader("Authorization"))) {
            return WireMock.aResponse().withStatus(401);
        }
        String url = request.getUrl();
        if (url.equals("/api/deployments")) {
            return WireMock.okJson(deployments.values().toString());
        }
        if (url.startsWith("/api/publish?RemoteBuild=false&Deployer=")) {
            if (!"application/zip".equals(request.getHeader("Content-Type")) || request.getBody().length == 0) {
                return WireMock.aResponse().withStatus(415);
            }
            if (deployments.values().stream().anyMatch(one -> one.path("status").asInt() < 3)) {
                return WireMock.aResponse().withStatus(409);
            }
            String id = "d" + (deployments.size() + 1);
            deploy(id, url.substring(url.lastIndexOf('=') + 1), 0);
            if (loseAnswer) {
                loseAnswer = false;
                return WireMock.aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
            }
            return WireMock.aResponse().withStatus(202).withBody("\"" + id + "\"");
        }
        ObjectNode one = deployments.get(url.replace("/api/deployments/", ""));
        if (one == null) {
            return WireMock.aResponse().withStatus(404);
        }
        int status = one.path("status").asInt();
        if (status < 3) {
            one.put("status", status == 2 ? end : status + 1)
                    .put("status_text", status == 2 && end == 3 ? "no such runtime" : "");
        }
        return WireMock.okJson(one.toString());
    }

    @Override
    public String getName() {
        return "app-service";
    }

    @Override
    public void close() {
        server.stop();
    }
}
