package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who has which privileges on an object of Unity Catalog. */
record Grants(Objects objects) implements Service {
    private static final String KIND = "grants";
    private static final Pattern PATH = Pattern.compile("/unity-catalog/permissions/([a-z_-]+)/(.+)$");

    @Override
    public Optional<Reply> answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.find()) {
            return Optional.empty();
        }
        String kind = path.group(1).replace('_', '-');
        String name = path.group(2);
        if (!objects.has(kind, name)) {
            return Optional.of(Objects.missing(name));
        }
        String key = kind + "/" + name;
        ObjectNode given = objects.get(KIND, key).map(ObjectNode::deepCopy).orElseGet(Objects::object);
        for (JsonNode change : request.json().path("changes")) {
            change(given, change);
        }
        objects.put(KIND, key, given);
        ArrayNode assignments = Objects.object().putArray("privilege_assignments");
        given.properties()
                .forEach(each ->
                        assignments.addObject().put("principal", each.getKey()).set("privileges", each.getValue()));
        ObjectNode answer = Objects.object();
        answer.set("privilege_assignments", assignments);
        return Optional.of(Reply.json(200, answer));
    }

    private static void change(ObjectNode given, JsonNode change) {
        String principal = change.path("principal").asText();
        TreeSet<String> privileges = new TreeSet<>();
        given.path(principal).forEach(privilege -> privileges.add(privilege.asText()));
        change.path("add").forEach(privilege -> privileges.add(privilege.asText()));
        change.path("remove").forEach(privilege -> privileges.remove(privilege.asText()));
        if (privileges.isEmpty()) {
            given.remove(principal);
        } else {
            ArrayNode list = given.putArray(principal);
            privileges.forEach(list::add);
        }
    }
}
