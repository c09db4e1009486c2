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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a path that names no resource lists. */
final class Lists {
    private static final String PROVIDERS = "/providers/";
    private static final Pattern TYPE = Pattern.compile("resourceType eq '([^']*)'", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("\\bname eq '([^']*)'", Pattern.CASE_INSENSITIVE);
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
                    "https://%s%s?%s"
                            .formatted(
                                    request.header("host"),
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

    static List<ObjectNode> of(Request request, ResourceId id, Store store) {
        if (id.key().endsWith("/resources") && !id.key().contains(PROVIDERS)) {
            return store.below(Space.RESOURCES, id.above().key() + "/").values().stream()
                    .filter(resource -> isTopLevel(resource) && isAskedFor(request, resource))
                    .toList();
        }
        List<ObjectNode> children = store.children(Space.RESOURCES, id.key());
        boolean inSubscription = id.group().isEmpty()
                && (id.key().contains(PROVIDERS) || id.key().endsWith("/resourcegroups"));
        if (!children.isEmpty() || !inSubscription) {
            return children;
        }
        String type = id.type().toLowerCase(Locale.ROOT);
        return store.below(Space.RESOURCES, id.subscription().toLowerCase(Locale.ROOT) + "/").values().stream()
                .filter(resource ->
                        resource.path("type").asText().toLowerCase(Locale.ROOT).equals(type))
                .toList();
    }

    /** Whether it is directly in a group, and no part or extension of something. */
    private static boolean isTopLevel(ObjectNode resource) {
        String id = resource.path("id").asText().toLowerCase(Locale.ROOT);
        int providers = id.indexOf(PROVIDERS);
        return providers >= 0 && id.substring(providers + PROVIDERS.length()).split("/").length == 3;
    }

    private static boolean isAskedFor(Request request, ObjectNode resource) {
        Matcher type = TYPE.matcher(request.parameter("$filter"));
        return !type.find()
                || type.group(1).equalsIgnoreCase(resource.path("type").asText());
    }
}
