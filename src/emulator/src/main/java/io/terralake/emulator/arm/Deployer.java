package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.templates.PlannedResource;
import io.terralake.emulator.arm.templates.TemplateException;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the resources of a template: at once those that need no other, then those that need these. What is refused stops what needs it, and
 * nothing else.
 */
final class Deployer {
    private final Store store;
    private final Self arm;
    private final Set<String> resources = new LinkedHashSet<>();
    private final List<ObjectNode> errors = new ArrayList<>();

    Deployer(Store store, Self arm) {
        this.store = store;
        this.arm = arm;
    }

    /** The ids of what was put, with what nested deployments put and without these themselves. */
    Set<String> resources() {
        return resources;
    }

    /** What was refused, as Azure says it. */
    List<ObjectNode> errors() {
        return errors;
    }

    void deploy(List<PlannedResource> planned) {
        Set<PlannedResource> there =
                planned.stream().filter(each -> !each.isDeployed()).collect(Collectors.toCollection(HashSet::new));
        List<PlannedResource> waiting = new ArrayList<>(
                planned.stream().filter(PlannedResource::isDeployed).toList());
        List<PlannedResource> ready = ready(waiting, there);
        while (!ready.isEmpty()) {
            List<Self.Answer> operations = new ArrayList<>();
            for (PlannedResource each : ready) {
                if (put(each, operations)) {
                    there.add(each);
                }
            }
            operations.forEach(arm::await);
            waiting.removeAll(ready);
            ready = ready(waiting, there);
        }
    }

    private static List<PlannedResource> ready(List<PlannedResource> waiting, Set<PlannedResource> there) {
        return waiting.stream()
                .filter(each -> there.containsAll(each.dependencies()))
                .toList();
    }

    private boolean put(PlannedResource resource, List<Self.Answer> operations) {
        ObjectNode body;
        try {
            body = resource.body();
        } catch (TemplateException e) {
            errors.add(error(e.code(), resource.id(), e.getMessage()));
            return false;
        }
        Self.Answer answer = arm.ask("PUT", resource.id(), resource.apiVersion(), body);
        operations.add(answer);
        if (resource.isDeployment()) {
            keepAsWritten(resource, body);
        }
        if (answer.isRefused()) {
            errors.add(error(answer.code(), resource.id(), answer.message()));
            return false;
        }
        return resource.isDeployment() ? nested(resource) : resources.add(resource.id());
    }

    private boolean nested(PlannedResource deployment) {
        String key = new ResourceId(deployment.id()).key();
        JsonNode properties = Arm.at(store, key).path("properties");
        properties
                .path("outputResources")
                .forEach(each -> resources.add(each.path("id").asText()));
        if (properties.path("provisioningState").asText().equals("Succeeded")) {
            return true;
        }
        ObjectNode error = error(
                "ResourceDeploymentFailure",
                deployment.id(),
                "The resource write operation failed to complete successfully, because it reached terminal provisioning state 'Failed'.");
        error.putArray("details").add(properties.path("error").deepCopy());
        errors.add(error);
        return false;
    }

    /** Values of secure parameters may stand in the template that was put. */
    private void keepAsWritten(PlannedResource deployment, ObjectNode put) {
        String key = new ResourceId(deployment.id()).key();
        store.get(Space.TEMPLATES, key)
                .filter(each -> each.path("template").equals(put.at("/properties/template")))
                .ifPresent(each -> {
                    ObjectNode written = JsonNodeFactory.instance.objectNode();
                    written.set("template", deployment.template());
                    store.put(Space.TEMPLATES, key, written);
                });
    }

    /** Deletes what is in the resource group and was not put. */
    void complete(String group) {
        Set<String> kept =
                resources.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        List<String> others = ResourceLists.below(group.toLowerCase(Locale.ROOT) + "/", store).stream()
                .map(each -> each.path("id").asText())
                .filter(each -> !kept.contains(each.toLowerCase(Locale.ROOT)))
                .toList();
        List<ObjectNode> refused = delete(others);
        while (!refused.isEmpty() && refused.size() < others.size()) {
            // What used another one may be gone now.
            others = refused.stream().map(each -> each.path("target").asText()).toList();
            refused = delete(others);
        }
        errors.addAll(refused);
    }

    private List<ObjectNode> delete(List<String> ids) {
        List<ObjectNode> refused = new ArrayList<>();
        for (String id : ids) {
            Self.Answer answer = arm.ask("DELETE", id, Subscriptions.VERSION, JsonNodeFactory.instance.objectNode());
            if (answer.isRefused()) {
                refused.add(error(answer.code(), id, answer.message()));
            }
        }
        return refused;
    }

    static ObjectNode error(String code, String target, String message) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", code)
                .put("target", target)
                .put("message", message);
    }
}
