package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.templates.PlannedResource;
import io.terralake.emulator.arm.templates.TemplatePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A deployment as Azure tells of it.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/resources/deployments/get">Deployments - Get</a>
 */
final class DeploymentResult {
    private static final List<String> GIVEN = List.of("location", "tags");

    private DeploymentResult() {}

    /** What is known before anything is deployed. */
    static ObjectNode of(Deployment deployment, TemplatePlan plan) {
        ResourceId id = deployment.id();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("id", id.path()).put("name", id.name()).put("type", PlannedResource.DEPLOYMENT);
        GIVEN.stream()
                .filter(deployment.body()::hasNonNull)
                .forEach(each -> result.set(each, deployment.body().get(each).deepCopy()));
        ObjectNode properties = result.putObject("properties");
        properties.put("templateHash", TemplatePlan.hash(deployment.template()));
        properties.set("parameters", plan.parameters());
        properties.put("mode", deployment.mode());
        JsonNode debug = deployment.body().at("/properties/debugSetting");
        if (debug.isObject()) {
            properties.set("debugSetting", debug.deepCopy());
        }
        properties
                .put("provisioningState", "Succeeded")
                .put("correlationId", UUID.randomUUID().toString());
        List<PlannedResource> deployed =
                plan.resources().stream().filter(PlannedResource::isDeployed).toList();
        properties.set(
                "providers",
                providers(deployed.stream().map(PlannedResource::type).toList()));
        properties.set("dependencies", dependencies(deployed));
        return result;
    }

    /** Says how long it took. */
    static void end(ObjectNode result, Instant begin) {
        result.withObject("/properties")
                .put("timestamp", Instant.now().toString())
                .put("duration", Duration.between(begin, Instant.now()).toString());
    }

    /** What is answered before somebody asks how it went. */
    static ObjectNode accepted(ObjectNode result) {
        ObjectNode accepted = result.deepCopy();
        ObjectNode properties = accepted.withObject("/properties").put("provisioningState", "Accepted");
        properties.remove(List.of("error", "outputs", "outputResources"));
        return accepted;
    }

    /** What would be deployed. */
    static ArrayNode validated(TemplatePlan plan) {
        return references(plan.resources().stream()
                .filter(PlannedResource::isDeployed)
                .map(PlannedResource::id)
                .toList());
    }

    /** The ids of resources, as Azure lists them. */
    static ArrayNode references(Collection<String> ids) {
        ArrayNode references = JsonNodeFactory.instance.arrayNode();
        ids.forEach(id -> references.addObject().put("id", id));
        return references;
    }

    /** The types of resources, by their namespaces. */
    static ArrayNode providers(Collection<String> types) {
        Map<String, Set<String>> namespaces = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        types.forEach(type -> namespaces
                .computeIfAbsent(type.split("/", 2)[0], name -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                .add(type.split("/", 2)[1]));
        ArrayNode providers = JsonNodeFactory.instance.arrayNode();
        namespaces.forEach((namespace, names) -> {
            ArrayNode all = providers.addObject().put("namespace", namespace).putArray("resourceTypes");
            names.forEach(name -> all.addObject().put("resourceType", name).putArray("locations"));
        });
        return providers;
    }

    private static ArrayNode dependencies(List<PlannedResource> deployed) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (PlannedResource each : deployed) {
            if (!each.dependencies().isEmpty()) {
                ObjectNode one = all.addObject();
                ArrayNode on = one.putArray("dependsOn");
                each.dependencies().forEach(dependency -> resource(on.addObject(), dependency));
                resource(one, each);
            }
        }
        return all;
    }

    private static void resource(ObjectNode json, PlannedResource resource) {
        json.put("id", resource.id()).put("resourceType", resource.type()).put("resourceName", resource.name());
    }
}
