package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The resources of a resource group, or of all groups of a subscription, of whatever type. What is only about others is none of them: rights,
 * locks, tags, budgets, diagnostic settings.
 */
final class ResourceLists {
    private static final Set<String> ABOUT_OTHERS = Set.of(
            "microsoft.authorization",
            "microsoft.consumption",
            "microsoft.insights/diagnosticsettings",
            "microsoft.resources");

    private ResourceLists() {}

    /** The list; empty when something else is asked for. */
    static Optional<Reply> answer(Request request, ResourceId id, Store store) {
        String[] parts = id.key().split("/");
        boolean ofGroup = parts.length == 6 && id.group().isPresent();
        if (!id.key().endsWith("/resources") || !ofGroup && parts.length != 4) {
            return Optional.empty();
        }
        Optional<Predicate<ObjectNode>> filter = Filter.parse(request.parameter("$filter"));
        if (filter.isEmpty()) {
            return Optional.of(Reply.error(
                    404, "NotEmulated", "the filter \"%s\" is not emulated".formatted(request.parameter("$filter"))));
        }
        String above = id.key().substring(0, id.key().length() - "resources".length());
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("value")
                .addAll(below(above, store).stream().filter(filter.get()).toList());
        return Optional.of(Reply.json(200, list));
    }

    /** All of a resource group or a subscription, whose key ends with a slash. */
    static List<ObjectNode> below(String key, Store store) {
        return store.below(Space.RESOURCES, key).values().stream()
                .filter(ResourceLists::isListed)
                .toList();
    }

    private static boolean isListed(ObjectNode resource) {
        ResourceId id = new ResourceId(resource.path("id").asText());
        String type = id.type().toLowerCase(Locale.ROOT);
        return id.group().isPresent()
                && id.key().split("/").length == MissingParent.IN_GROUP
                && !ABOUT_OTHERS.contains(type)
                && !ABOUT_OTHERS.contains(type.split("/")[0]);
    }
}
