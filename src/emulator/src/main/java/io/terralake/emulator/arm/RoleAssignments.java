package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A role assignment knows what it is for, and since when.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/authorization/role-assignments/list-for-scope">Role Assignments - List For Scope</a>
 */
final class RoleAssignments implements Behaviour {
    static final String TYPE = "microsoft.authorization/roleassignments";
    private static final Pattern AT_SCOPE = Pattern.compile("atScope\\(\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AND = Pattern.compile("\\band\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRINCIPAL =
            Pattern.compile("(?:principalId\\s+eq\\s+|assignedTo\\()'([^']*)'\\)?", Pattern.CASE_INSENSITIVE);

    @Override
    public String says() {
        return "A role assignment says what it is for, and since when. A list of them has those above and below too, unless it asks for "
                + "`atScope()`, and can be one of a principal.";
    }

    @Override
    public boolean isFor(String type) {
        return type.toLowerCase(Locale.ROOT).equals(TYPE);
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        String created = Arm.at(store, id.key())
                .at("/properties/createdOn")
                .asText(Instant.now().toString());
        resource.withObject("/properties").put("scope", scope(id)).put("createdOn", created);
    }

    /** Those at a scope, above it and below it, of everybody or of one principal. */
    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        if (!request.method().equals("GET") || id.isResource()) {
            return Optional.empty();
        }
        String filter = request.parameter("$filter");
        boolean atScope = AT_SCOPE.matcher(filter).find();
        Matcher principal = PRINCIPAL.matcher(filter);
        boolean ofOne = principal.find();
        String rest = AND.matcher(PRINCIPAL
                        .matcher(AT_SCOPE.matcher(filter).replaceAll(""))
                        .replaceAll(""))
                .replaceAll("");
        if (!rest.isBlank()) {
            return Optional.of(Reply.error(404, "NotEmulated", "the filter \"%s\" is not emulated".formatted(filter)));
        }
        String asked = slashed(scope(id));
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        list.putArray("value")
                .addAll(store.all(Space.RESOURCES).stream()
                        .filter(each -> each.path("type").asText().equalsIgnoreCase(TYPE))
                        .filter(each -> {
                            String scope = slashed(each.at("/properties/scope").asText());
                            return asked.startsWith(scope) || !atScope && scope.startsWith(asked);
                        })
                        .filter(each -> !ofOne
                                || each.at("/properties/principalId").asText().equalsIgnoreCase(principal.group(1)))
                        .toList());
        return Optional.of(Reply.json(200, list));
    }

    private static String slashed(String scope) {
        return scope.toLowerCase(Locale.ROOT).replaceFirst("/$", "") + "/";
    }

    /** What an id of an assignment, or a lock, is for. */
    static String scope(ResourceId id) {
        String scope = id.path().substring(0, id.key().lastIndexOf("/providers/microsoft.authorization"));
        return scope.isEmpty() ? "/" : scope;
    }
}
