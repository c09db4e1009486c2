package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may do what with clusters, policies, jobs, warehouses and folders; administrators always may. */
record Permissions(Objects objects) implements Service {
    private static final String KIND = "permissions";
    private static final String LEVEL = "permission_level";
    private static final String LIST = "access_control_list";
    private static final Pattern PATH = Pattern.compile("/permissions/((?:sql/)?[a-z-]+)/([^/]+)$");

    @Override
    public Optional<Reply> answer(Request request) {
        Matcher path = PATH.matcher(request.path());
        if (!path.find()) {
            return Optional.empty();
        }
        String kind = path.group(1);
        String name = kind + "/" + path.group(2);
        if (!request.method().equals("GET")) {
            objects.put(KIND, name, given(request.json().path(LIST)));
        }
        ObjectNode answer = Objects.object().put("object_id", "/" + name);
        answer.put(
                "object_type",
                kind.equals("cluster-policies") ? "cluster-policy" : kind.substring(0, kind.length() - 1));
        ArrayNode list = answer.putArray(LIST);
        objects.get(KIND, name).ifPresent(json -> json.path(LIST).forEach(list::add));
        ObjectNode admins = list.addObject()
                .put("group_name", "admins")
                .withArray("all_permissions")
                .addObject();
        admins.put(LEVEL, "CAN_USE")
                .put("inherited", true)
                .putArray("inherited_from_object")
                .add("/" + kind + "/");
        return Optional.of(Reply.json(200, answer));
    }

    private static ObjectNode given(JsonNode list) {
        ObjectNode json = Objects.object();
        ArrayNode entries = json.putArray(LIST);
        list.forEach(each -> {
            ObjectNode entry = each.deepCopy();
            String level = entry.remove(LEVEL).asText();
            entry.putArray("all_permissions").addObject().put(LEVEL, level).put("inherited", false);
            entries.add(entry);
        });
        return json;
    }
}
