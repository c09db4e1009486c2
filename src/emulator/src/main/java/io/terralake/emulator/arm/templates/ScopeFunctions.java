package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Functions that know where they are called.
 *
 * @param index of a loop by name, or of the innermost one over resources by an empty one
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-scope">Scope functions</a>
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-deployment">Deployment functions</a>
 */
record ScopeFunctions(Scope scope, Place place, Function<String, Optional<Integer>> index) {

    JsonNode call(Arguments arguments) {
        Surroundings surroundings = scope.surroundings();
        String name = arguments.function().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "parameters" -> scope.parameter(arguments.text(0));
            case "variables" -> scope.variable(arguments.text(0));
            case "copyindex" -> copyIndex(arguments);
            case "newguid" -> allowed(arguments, Place.DEFAULT, "the default value of a parameter", this::drawn);
            case "utcnow" -> allowed(arguments, Place.DEFAULT, "the default value of a parameter", Clock::utcNow);
            case "resourcegroup" -> resourceGroup(surroundings);
            case "subscription" -> surroundings.subscription();
            case "tenant" -> surroundings.tenant();
            case "deployment" -> surroundings.deployment();
            case "environment" -> AzureEnvironment.json();
            case "resourceid", "subscriptionresourceid", "tenantresourceid", "extensionresourceid" ->
                ResourceIds.function(arguments, surroundings.scope());
            case "reference" -> allowed(arguments, Place.LATE, "properties and outputs", this::reference);
            default -> allowed(arguments, Place.LATE, "properties and outputs", this::list);
        };
    }

    private JsonNode allowed(Arguments arguments, Place wanted, String where, Function<Arguments, JsonNode> call) {
        if (place != wanted) {
            throw TemplateException.invalid(
                    "the function '%s' is not expected here: it is for %s only", arguments.function(), where);
        }
        return call.apply(arguments);
    }

    private JsonNode drawn(Arguments none) {
        return Values.text(UUID.randomUUID().toString());
    }

    private static JsonNode resourceGroup(Surroundings surroundings) {
        if (ResourceIds.subscription(surroundings.scope()).equals(surroundings.scope())) {
            throw TemplateException.invalid(
                    "the function 'resourceGroup' is not expected here: it is for deployments to a resource group");
        }
        return surroundings.resourceGroup();
    }

    /** Of the innermost loop or a named one, plus something. */
    private JsonNode copyIndex(Arguments arguments) {
        boolean named = arguments.size() > 0 && arguments.get(0).isTextual();
        String loop = named ? arguments.text(0) : "";
        int offset = named ? 1 : 0;
        long more = arguments.size() > offset ? arguments.number(offset) : 0;
        return Values.number(more
                + index.apply(loop)
                        .orElseThrow(() -> TemplateException.invalid(
                                "the function 'copyIndex' is not expected here: there is no loop%s around it",
                                named ? " '%s'".formatted(loop) : " over resources")));
    }

    private JsonNode reference(Arguments arguments) {
        boolean full = arguments.size() == 3;
        if (full && !arguments.text(2).equalsIgnoreCase("Full")) {
            throw arguments.wrong(2, "'Full'");
        }
        String version = arguments.size() > 1 ? arguments.text(1) : "";
        Target target = target(arguments.text(0), version);
        ObjectNode resource = scope.surroundings().resource(target.id(), target.version());
        if (!full) {
            return resource.path("properties").isObject()
                    ? resource.get("properties")
                    : JsonNodeFactory.instance.objectNode();
        }
        ObjectNode all = resource.deepCopy();
        all.remove(List.of("id", "name", "type"));
        String[] parts = target.id().split("/");
        all.put("apiVersion", target.version()).put("resourceId", target.id());
        if (parts.length > 2 && parts[1].equals("subscriptions")) {
            all.put("subscriptionId", parts[2]);
        }
        if (parts.length > 4 && parts[3].equalsIgnoreCase("resourceGroups")) {
            all.put("resourceGroupName", parts[4]);
        }
        return all;
    }

    private JsonNode list(Arguments arguments) {
        Target target = target(arguments.text(0), arguments.text(1));
        return scope.surroundings()
                .list(
                        target.id(),
                        arguments.function(),
                        target.version(),
                        arguments.size() == 3 ? arguments.object(2) : JsonNodeFactory.instance.objectNode());
    }

    private record Target(String id, String version) {}

    private Target target(String asked, String version) {
        Optional<PlannedResource> planned =
                scope.resources().stream().filter(each -> each.answersTo(asked)).findFirst();
        if (planned.isPresent()) {
            return new Target(
                    planned.get().id(), version.isEmpty() ? planned.get().apiVersion() : version);
        }
        if (!asked.startsWith("/") || version.isEmpty()) {
            throw TemplateException.invalid(
                    "the resource '%s' is not defined in the template: another one is named by its id and an apiVersion",
                    asked);
        }
        return new Target(asked, version);
    }
}
