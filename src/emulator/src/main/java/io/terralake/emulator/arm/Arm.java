package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Json;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Azure Resource Manager. Every type of resource can be put, changed, read, listed and deleted; what more there is to a type says its
 * file, or its {@link Behaviour}.
 */
public final class Arm implements Service {
    private static final Set<String> METHODS = Set.of("DELETE", "GET", "HEAD", "PATCH", "POST", "PUT");

    /** What is an object in every resource that has it. */
    private static final List<String> OBJECTS = List.of("properties", "identity", "tags");

    private final ResourceTypes types = new ResourceTypes();
    private final List<Refusal> refusals;
    private final Store store;
    private final Singletons singletons;
    private final Subscriptions subscriptions;
    private final Actions actions;
    private final Deployments deployments;
    private final Operations operations;

    /** @param allowed the codes of refusals that are switched off */
    public Arm(Store store, Operations operations, Rights rights, Set<String> allowed) {
        this.store = store;
        this.operations = operations;
        this.singletons = new Singletons(store, types);
        this.refusals = Refusals.all(types, singletons, operations, rights).stream()
                .filter(refusal -> !allowed.contains(refusal.code()))
                .toList();
        this.subscriptions = new Subscriptions(types, store);
        this.actions = new Actions(store, types);
        this.deployments = new Deployments(store, new Self(this::resource, operations));
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (!request.host().equals("management.azure.com")
                && !request.host().equals("localhost")
                && !request.host().equals("127.0.0.1")) {
            return Optional.empty();
        }
        return Optional.of(resource(request));
    }

    private Reply resource(Request request) {
        ResourceId id = new ResourceId(request.path());
        Optional<Reply> wrong = Requirements.missing(request);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        if (!METHODS.contains(request.method())) {
            return Reply.error(405, "MethodNotAllowed", "%s is not allowed".formatted(request.method()));
        }
        Optional<Reply> subscription = subscriptions.answer(request);
        if (subscription.isPresent()) {
            return subscription.get();
        }
        for (Behaviour behaviour : Behaviours.ALL) {
            if (behaviour.isFor(id.type()) || behaviour.isFor(id.above().type())) {
                Optional<Reply> answer = behaviour.answer(request, id, store);
                if (answer.isPresent()) {
                    return answer.get();
                }
            }
        }
        if (!List.of("GET", "HEAD").contains(request.method())) {
            Optional<Reply> failed = Preconditions.failed(request, store.get(Space.RESOURCES, id.key()));
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        for (Refusal refusal : refusals) {
            Optional<Reply> refused = refusal.refuse(request, id, store);
            if (refused.isPresent()) {
                return refused.get();
            }
        }
        Optional<Reply> deployment = deployments.answer(request, id);
        if (deployment.isPresent()) {
            return deployment.get();
        }
        return switch (request.method()) {
            case "PUT", "PATCH" -> put(request, id);
            case "GET" -> get(request, id);
            case "HEAD" -> Reply.empty(singletons.exists(id) ? 204 : 404);
            case "DELETE" -> delete(id);
            default -> actions.answer(request, id);
        };
    }

    private Reply put(Request request, ResourceId id) {
        if (!(request.json() instanceof ObjectNode body)) {
            return Reply.error(400, "InvalidRequestContent", "The request content must be a JSON object.");
        }
        try {
            return put(request, id, body);
        } catch (Shape.OddException e) {
            return Reply.error(
                    400, "InvalidRequestContent", "The request content was invalid: %s.".formatted(e.getMessage()));
        }
    }

    private Reply put(Request request, ResourceId id, ObjectNode body) {
        ResourceType type = types.of(id.type());
        for (String part : OBJECTS) {
            Shape.object(body.deepCopy(), "/" + part);
        }
        Shape.like(type.computed(), body);
        Optional<ObjectNode> old = store.get(Space.RESOURCES, id.key());
        ObjectNode resource = request.method().equals("PATCH")
                ? old.or(() -> singletons.find(id)).map(ObjectNode::deepCopy).orElse(null)
                : JsonNodeFactory.instance.objectNode();
        if (resource == null) {
            return notFound(id);
        }
        Json.patch(resource, body);
        // Whoever names it otherwise later changes nothing of its name.
        ResourceId named =
                old.map(each -> new ResourceId(each.path("id").asText())).orElse(id);
        resource.put("id", named.path()).put("name", named.name()).put("type", type.type());
        if (!resource.has("properties")) {
            resource.putObject("properties");
        }
        Identities.assign(named, resource);
        Json.omit(resource, type.omitted());
        Json.complete(resource, new Template(named, resource).fill(type.computed()));
        Behaviours.of(id.type()).forEach(behaviour -> behaviour.stored(named, resource, store));
        if (type.provisioned() && resource.get("properties") instanceof ObjectNode properties) {
            properties.put("provisioningState", "Succeeded");
        }
        store.put(Space.RESOURCES, id.key(), resource);
        Reply done = Reply.json(type.created(), resource).with("ETag", Preconditions.etag(resource));
        if (type.immediate()) {
            return done;
        }
        return done.with("Azure-AsyncOperation", operations.begin(request, id, resource))
                // Without it the SDK of the providers waits ten seconds before it asks how the operation goes.
                .with("Retry-After", "0");
    }

    private Reply get(Request request, ResourceId id) {
        Optional<ObjectNode> there = store.get(Space.RESOURCES, id.key()).or(() -> singletons.find(id));
        if (there.isPresent()) {
            return Reply.json(200, there.get()).with("ETag", Preconditions.etag(there.get()));
        }
        if (id.isResource()) {
            return notFound(id);
        }
        return ResourceLists.answer(request, id, store).orElseGet(() -> {
            ObjectNode list = JsonNodeFactory.instance.objectNode();
            list.putArray("value").addAll(Lists.of(id, store));
            return Reply.json(200, list);
        });
    }

    private Reply delete(ResourceId id) {
        Map<String, ObjectNode> gone = new TreeMap<>(store.below(Space.RESOURCES, id.key() + "/"));
        store.get(Space.RESOURCES, id.key()).ifPresent(resource -> gone.put(id.key(), resource));
        gone.forEach((key, resource) -> {
            store.remove(Space.RESOURCES, key);
            ResourceId each = new ResourceId(resource.path("id").asText());
            Behaviours.of(each.type()).forEach(behaviour -> behaviour.deleted(each, resource, store));
        });
        return Reply.empty(gone.isEmpty() ? 204 : types.of(id.type()).deleted());
    }

    static Reply notFound(ResourceId id) {
        return Reply.error(
                404, "ResourceNotFound", "The Resource '%s' under resource group was not found.".formatted(id.path()));
    }

    /** What stands in a resource, an empty object when it is not there. */
    static JsonNode at(Store store, String key) {
        return store.get(Space.RESOURCES, key).map(JsonNode.class::cast).orElse(JsonNodeFactory.instance.objectNode());
    }
}
