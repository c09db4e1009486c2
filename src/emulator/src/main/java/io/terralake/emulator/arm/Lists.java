package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a path that names no resource lists. */
final class Lists {
    private static final String PROVIDERS = "/providers/";
    private static final String SKIP = "$skip";

    private Lists() {}

    /**
     * A part of a list, and where the next one is.
     *
     * @param size the parameter that says how many are asked for
     * @param most how many there are when none says so
     */
    static Reply page(Request request, List<ObjectNode> all, String size, int most) {
        int first = number(request, SKIP, 0);
        int last = Math.min(all.size(), first + Math.max(1, number(request, size, most)));
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        page.putArray("value").addAll(all.subList(Math.min(first, last), last));
        if (last < all.size()) {
            Map<String, String> query = new TreeMap<>(request.query());
            query.put(SKIP, Integer.toString(last));
            page.put(
                    "nextLink",
                    "%s%s?%s"
                            .formatted(
                                    request.origin(),
                                    request.path(),
                                    query.entrySet().stream()
                                            .map(each -> each.getKey() + "="
                                                    + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                                            .collect(Collectors.joining("&"))));
        }
        return Reply.json(200, page);
    }

    private static int number(Request request, String parameter, int otherwise) {
        String given = request.parameter(parameter);
        return given.matches("\\d{1,9}") ? Integer.parseInt(given) : otherwise;
    }

    static List<ObjectNode> of(ResourceId id, Store store) {
        if (id.type().toLowerCase(Locale.ROOT).equals(Locked.LOCKS)) {
            String scope = RoleAssignments.scope(id).toLowerCase(Locale.ROOT) + "/";
            return store.below(Space.RESOURCES, scope).values().stream()
                    .filter(each ->
                            each.path("type").asText().toLowerCase(Locale.ROOT).equals(Locked.LOCKS))
                    .toList();
        }
        List<ObjectNode> children = store.children(Space.RESOURCES, id.key());
        boolean inSubscription = id.group().isEmpty()
                && (id.key().contains(PROVIDERS) || id.key().endsWith("/resourcegroups"));
        if (!children.isEmpty() || !inSubscription) {
            return children;
        }
        // Of the subscription, in whatever group.
        String type = id.type().toLowerCase(Locale.ROOT);
        return store.below(Space.RESOURCES, id.subscription().toLowerCase(Locale.ROOT) + "/").values().stream()
                .filter(resource ->
                        resource.path("type").asText().toLowerCase(Locale.ROOT).equals(type))
                .toList();
    }
}
