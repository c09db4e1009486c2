package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tags of a resource, or of a resource group, asked for and changed by themselves.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/resources/tags/update-at-scope">Tags - Update At Scope</a>
 */
final class Tags implements Behaviour {
    private static final String PATH = "/providers/microsoft.resources/tags/default";

    @Override
    public String says() {
        return "Tags of a resource can be read, merged, replaced and deleted by themselves.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase("Microsoft.Resources/tags");
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        // Tags of subscriptions are kept as they are: there is nothing else of a subscription.
        if (!id.key().endsWith(PATH) || id.group().isEmpty()) {
            return Optional.empty();
        }
        ResourceId of = new ResourceId(id.path().substring(0, id.path().length() - PATH.length()));
        Optional<ObjectNode> there = store.get(Space.RESOURCES, of.key());
        if (there.isEmpty()) {
            return Optional.of(Arm.notFound(of));
        }
        ObjectNode resource = there.get().deepCopy();
        ObjectNode tags = resource.get("tags") instanceof ObjectNode given ? given : resource.putObject("tags");
        JsonNode given = request.method().equals("GET")
                ? JsonNodeFactory.instance.objectNode()
                : request.json().at("/properties/tags");
        switch (request.method()) {
            case "GET" -> {}
            case "PUT" -> set(tags.removeAll(), given);
            case "DELETE" -> tags.removeAll();
            case "PATCH" -> {
                if (!patched(tags, request.json().path("operation").asText(), given)) {
                    return Optional.of(Reply.error(
                            400,
                            "InvalidTagPatchOperation",
                            "The operation '%s' is none of Merge, Replace and Delete."
                                    .formatted(request.json().path("operation").asText())));
                }
            }
            default -> {
                return Optional.empty();
            }
        }
        if (!request.method().equals("GET")) {
            store.put(Space.RESOURCES, of.key(), resource);
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("id", id.path()).put("name", "default").put("type", "Microsoft.Resources/tags");
        answer.putObject("properties").set("tags", tags);
        return Optional.of(request.method().equals("DELETE") ? Reply.empty(200) : Reply.json(200, answer));
    }

    private static boolean patched(ObjectNode tags, String operation, JsonNode given) {
        switch (operation.toLowerCase(Locale.ROOT)) {
            case "merge" -> set(tags, given);
            case "replace" -> set(tags.removeAll(), given);
            case "delete" -> given.properties().forEach(tag -> remove(tags, tag.getKey()));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void set(ObjectNode tags, JsonNode given) {
        given.properties().forEach(tag -> {
            remove(tags, tag.getKey());
            tags.set(tag.getKey(), tag.getValue());
        });
    }

    /** Letter case does not count in names of tags. */
    private static void remove(ObjectNode tags, String name) {
        List<String> names = new ArrayList<>();
        tags.fieldNames().forEachRemaining(names::add);
        names.stream().filter(name::equalsIgnoreCase).forEach(tags::remove);
    }
}
