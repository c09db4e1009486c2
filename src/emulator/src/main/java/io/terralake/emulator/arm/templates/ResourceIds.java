package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ids of resources, from their types and names.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-resource">Resource functions</a>
 */
final class ResourceIds {
    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String GROUPS = "/resourceGroups/";

    private ResourceIds() {}

    /** Of a resource at a scope; a type has a namespace and as many parts as the name. */
    static String of(String scope, String type, String name) {
        if (isGroup(type)) {
            return subscription(scope) + GROUPS + name;
        }
        return scope + "/providers/" + relative(type, name);
    }

    /** Such as {@code Microsoft.Sql/servers/sql/databases/db}. */
    static String relative(String type, String name) {
        String[] types = type.split("/");
        String[] names = name.split("/");
        StringBuilder id = new StringBuilder(types[0]);
        for (int i = 1; i < types.length; i++) {
            id.append('/').append(types[i]).append('/').append(names[i - 1]);
        }
        return id.toString();
    }

    static boolean isGroup(String type) {
        return List.of("microsoft.resources/resourcegroups", "microsoft.resources/subscriptions/resourcegroups")
                .contains(type.toLowerCase(Locale.ROOT));
    }

    /** Such as {@code /subscriptions/…}. */
    static String subscription(String scope) {
        int end = scope.toLowerCase(Locale.ROOT).indexOf(GROUPS.toLowerCase(Locale.ROOT));
        return end < 0 ? scope : scope.substring(0, end);
    }

    /** What {@code resourceId} and its relatives give; what stands before the type says where the resource is. */
    static JsonNode function(Arguments arguments, String scope) {
        int type = 0;
        while (type < arguments.size() && !arguments.text(type).contains("/")) {
            type++;
        }
        boolean extension = arguments.function().equalsIgnoreCase("extensionResourceId");
        type = extension ? 1 : type;
        List<JsonNode> names =
                type < arguments.size() ? arguments.values().subList(type + 1, arguments.size()) : List.of();
        boolean whole = names.stream()
                .allMatch(each -> each.isTextual() && !each.asText().contains("/"));
        if (type > 2 || !whole || names.isEmpty() || arguments.text(type).split("/").length != names.size() + 1) {
            throw new ValueException(
                    "the function '%s' takes a type, such as Microsoft.Sql/servers/databases, and a name for each part of it"
                            .formatted(arguments.function()),
                    ArrayFunctions.array(arguments.values()));
        }
        String name = String.join("/", names.stream().map(JsonNode::asText).toList());
        String at = extension ? arguments.text(0).replaceFirst("/$", "") : scope(arguments, type, scope);
        // Microsoft's own templates have types that end with a slash.
        return Values.text(of(at, arguments.text(type).replaceFirst("/$", ""), name));
    }

    private static String scope(Arguments arguments, int type, String scope) {
        return switch (arguments.function().toLowerCase(Locale.ROOT)) {
            case "tenantresourceid" -> none(arguments, type, "");
            case "subscriptionresourceid" ->
                type == 1 ? "/subscriptions/" + guid(arguments) : none(arguments, type, subscription(scope));
            default -> {
                boolean inGroup = !subscription(scope).equals(scope);
                if (type == 2) {
                    yield "/subscriptions/" + guid(arguments) + GROUPS + arguments.text(1);
                }
                if (type == 1) {
                    yield inGroup
                            ? subscription(scope) + GROUPS + arguments.text(0)
                            : "/subscriptions/" + guid(arguments);
                }
                yield scope;
            }
        };
    }

    private static String none(Arguments arguments, int type, String scope) {
        if (type > 0) {
            throw arguments.wrong(0, "a type of resources, such as Microsoft.Sql/servers");
        }
        return scope;
    }

    private static String guid(Arguments arguments) {
        if (!GUID.matcher(arguments.text(0)).matches()) {
            throw arguments.wrong(0, "the id of a subscription");
        }
        return arguments.text(0);
    }
}
