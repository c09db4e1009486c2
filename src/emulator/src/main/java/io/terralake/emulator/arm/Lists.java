package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;

/** What a path that names no resource lists. */
final class Lists {
    private Lists() {}

    static List<ObjectNode> of(ResourceId id, Store store) {
        if (id.key().endsWith("/resources") && id.group().isPresent()) {
            String group = id.group().get() + "/providers/";
            return store.below(Space.RESOURCES, group).values().stream()
                    .filter(resource -> resource.path("id")
                                    .asText()
                                    .substring(group.length())
                                    .split("/")
                                    .length
                            == 3)
                    .toList();
        }
        List<ObjectNode> children = store.children(Space.RESOURCES, id.key());
        if (!children.isEmpty() || id.group().isPresent()) {
            return children;
        }
        String type = id.type().toLowerCase(Locale.ROOT);
        return store.below(Space.RESOURCES, id.subscription().toLowerCase(Locale.ROOT) + "/").values().stream()
                .filter(resource ->
                        resource.path("type").asText().toLowerCase(Locale.ROOT).equals(type))
                .toList();
    }
}
