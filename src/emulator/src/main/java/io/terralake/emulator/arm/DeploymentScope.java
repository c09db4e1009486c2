package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.templates.DeferredException;
import io.terralake.emulator.arm.templates.Surroundings;
import io.terralake.emulator.arm.templates.TemplateException;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Store;
import java.util.regex.Matcher;

/** Where a deployment is, and what it finds there: no resource before it has begun. */
final class DeploymentScope implements Surroundings {
    private final Deployment deployment;
    private final Store store;
    private final Self arm;
    private boolean begun;

    DeploymentScope(Deployment deployment, Store store, Self arm) {
        this.deployment = deployment;
        this.store = store;
        this.arm = arm;
    }

    void begin() {
        begun = true;
    }

    @Override
    public String scope() {
        return deployment.scope();
    }

    @Override
    public ObjectNode resourceGroup() {
        ResourceId id = new ResourceId(deployment.scope());
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        group.put("id", id.path()).put("name", id.name()).put("type", "Microsoft.Resources/resourceGroups");
        JsonNode there = Arm.at(store, id.key());
        group.put("location", there.path("location").asText());
        group.set("tags", there.path("tags").isObject() ? there.get("tags") : JsonNodeFactory.instance.objectNode());
        group.putObject("properties").put("provisioningState", "Succeeded");
        return group;
    }

    @Override
    public ObjectNode subscription() {
        String id = new ResourceId(deployment.scope()).subscription();
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("subscriptionId", new ResourceId(id).name())
                .put("tenantId", Guids.TENANT)
                .put("displayName", Subscriptions.NAME);
    }

    @Override
    public ObjectNode tenant() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("countryCode", "US")
                .put("displayName", Subscriptions.NAME)
                .put("id", "/tenants/" + Guids.TENANT)
                .put("tenantId", Guids.TENANT);
    }

    @Override
    public ObjectNode deployment() {
        return deployment.told();
    }

    @Override
    public Surroundings nested(String id, ObjectNode body) {
        Matcher path = Deployment.path(new ResourceId(id))
                .orElseThrow(() -> new TemplateException(
                        "NotEmulated",
                        "templates are deployed to resource groups and subscriptions only, and %s would make nothing"
                                .formatted(id)));
        Deployment inner = Deployment.of(path.group(1), path.group(2), body);
        if (inner.isComplete()) {
            throw new TemplateException("InvalidTemplate", "the mode of a nested deployment must be Incremental");
        }
        return new DeploymentScope(inner, store, arm);
    }

    @Override
    public ObjectNode resource(String id, String apiVersion) {
        Self.Answer answer = answer("GET", id, apiVersion, JsonNodeFactory.instance.objectNode());
        if (!(answer.json() instanceof ObjectNode resource) || !resource.has("id")) {
            throw new TemplateException("ResourceNotFound", "'%s' is the id of no resource".formatted(id));
        }
        return resource;
    }

    @Override
    public JsonNode list(String id, String action, String apiVersion, JsonNode body) {
        return answer("POST", id + "/" + action, apiVersion, body).json();
    }

    private Self.Answer answer(String method, String path, String apiVersion, JsonNode body) {
        if (!begun) {
            throw new DeferredException();
        }
        Self.Answer answer = arm.ask(method, path, apiVersion, body);
        if (answer.isRefused()) {
            throw new TemplateException(answer.code(), answer.message());
        }
        return answer;
    }
}
