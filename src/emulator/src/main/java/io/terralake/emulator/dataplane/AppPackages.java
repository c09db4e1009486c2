package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Packages of apps, as App Service takes them. One at a time is deployed, a step further with each look at it; what is in it is not looked at.
 *
 * @see <a href="https://github.com/projectkudu/kudu/wiki/REST-API#deployment">Kudu: REST API</a>
 */
public final class AppPackages implements Service {
    private static final String HOST = ".scm.azurewebsites.net";
    private static final String DEPLOYMENTS = "/api/deployments";
    private static final int PENDING = 0;
    private static final int DEPLOYING = 2;
    private static final int SUCCEEDED = 4;

    private final Store store;

    public AppPackages(Store store) {
        this.store = store;
    }

    @Override
    public Optional<Reply> answer(Request request) {
        return request.host().endsWith(HOST) && isApp(request.host()) ? app(request) : Optional.empty();
    }

    private boolean isApp(String host) {
        String name = host.substring(0, host.length() - HOST.length());
        return store.all(Space.RESOURCES).stream()
                .anyMatch(each -> each.path("type").asText().equalsIgnoreCase("Microsoft.Web/sites")
                        && each.path("name").asText().equalsIgnoreCase(name));
    }

    private Optional<Reply> app(Request request) {
        if (request.method().equals("POST") && request.key().equals("/api/publish")) {
            return Optional.of(publish(request));
        }
        if (!request.method().equals("GET") || !request.key().startsWith(DEPLOYMENTS)) {
            return Optional.empty();
        }
        if (request.key().equals(DEPLOYMENTS)) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            return Optional.of(Reply.json(200, all.addAll(deployments(request))));
        }
        return Optional.of(deployments(request).stream()
                .filter(each -> request.path()
                        .equals("%s/%s".formatted(DEPLOYMENTS, each.path("id").asText())))
                .findFirst()
                .map(each -> Reply.json(200, further(request, each)))
                .orElseGet(() -> Reply.empty(404)));
    }

    private Reply publish(Request request) {
        List<ObjectNode> before = deployments(request);
        if (!request.header("Content-Type").equals("application/zip") || request.body().length == 0) {
            return Reply.empty(415);
        }
        if (before.stream().anyMatch(each -> each.path("status").asInt() <= DEPLOYING)) {
            return Reply.empty(409);
        }
        ObjectNode deployment = JsonNodeFactory.instance.objectNode();
        deployment
                .put("id", Guids.of(request.host(), Integer.toString(before.size() + 1)))
                .put("deployer", request.parameter("Deployer"))
                .put("status", PENDING)
                .put("status_text", "")
                .put("received_time", Instant.now().toString());
        keep(request, deployment);
        return Reply.json(202, deployment.get("id"));
    }

    private ObjectNode further(Request request, ObjectNode deployment) {
        int status = deployment.path("status").asInt();
        if (status > DEPLOYING) {
            return deployment;
        }
        ObjectNode further = deployment.deepCopy().put("status", status == DEPLOYING ? SUCCEEDED : status + 1);
        keep(request, further);
        return further;
    }

    private void keep(Request request, ObjectNode deployment) {
        store.put(
                Space.PACKAGES,
                "%s/%s".formatted(request.host(), deployment.path("id").asText()),
                deployment);
    }

    private List<ObjectNode> deployments(Request request) {
        return store.children(Space.PACKAGES, request.host());
    }
}
