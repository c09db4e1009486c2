package io.terralake.emulator.arm;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The roles that Azure has built in, by name or id: the file {@code roles.json} beside this class.
 *
 * @see <a href="https://learn.microsoft.com/azure/role-based-access-control/built-in-roles">Azure built-in roles</a>
 */
final class RoleDefinitions implements Behaviour {
    private static final Pattern BY_NAME = Pattern.compile("roleName eq '([^']*)'", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> ROLES = roles();

    @Override
    public String says() {
        return "Roles, built-in ones too, can be found by name and by id, and say since when they are as they are.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase("Microsoft.Authorization/roleDefinitions");
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        String now = Instant.now().toString();
        String created = Arm.at(store, id.key()).at("/properties/createdOn").asText(now);
        Shape.object(resource, "/properties").put("createdOn", created).put("updatedOn", now);
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        if (id.isResource()) {
            return ROLES.entrySet().stream()
                    .filter(role -> role.getValue().equals(id.name().toLowerCase(Locale.ROOT)))
                    .map(role -> Reply.json(200, definition(id, role)))
                    .findFirst();
        }
        Matcher name = BY_NAME.matcher(request.parameter("$filter"));
        boolean all = !name.find();
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode value = list.putArray("value");
        ROLES.entrySet().stream()
                .filter(role -> all || role.getKey().equalsIgnoreCase(name.group(1)))
                .forEach(role -> value.add(definition(id, role)));
        Lists.of(id, store).stream()
                .filter(role -> all || role.at("/properties/roleName").asText().equalsIgnoreCase(name.group(1)))
                .forEach(value::add);
        return Optional.of(Reply.json(200, list));
    }

    private static ObjectNode definition(ResourceId id, Map.Entry<String, String> role) {
        String subscription = id.key().startsWith("/subscriptions/") ? id.subscription() : "";
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(
                "id",
                "%s/providers/Microsoft.Authorization/roleDefinitions/%s".formatted(subscription, role.getValue()));
        json.put("name", role.getValue()).put("type", "Microsoft.Authorization/roleDefinitions");
        ObjectNode properties = json.withObject("/properties");
        properties.put("roleName", role.getKey()).put("type", "BuiltInRole");
        properties.putArray("permissions");
        properties.putArray("assignableScopes").add("/");
        return json;
    }

    private static Map<String, String> roles() {
        try (InputStream in = RoleDefinitions.class.getResourceAsStream("roles.json")) {
            return new TreeMap<>(new JsonMapper().readValue(in, new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
