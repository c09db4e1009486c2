package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Guids;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SQL warehouses. */
record Warehouses(Objects objects) implements Service {
    private static final String KIND = "warehouse";
    private static final Pattern PATH = Pattern.compile("/sql/warehouses(?:/([^/]+))?(?:/edit)?$");
    private static final int ID_LENGTH = 16;

    @Override
    public Optional<Reply> answer(Request request) {
        if (request.path().endsWith("/data_sources")) {
            return Optional.of(sources());
        }
        Matcher path = PATH.matcher(request.path());
        if (!path.find()) {
            return Optional.empty();
        }
        if (request.method().equals("POST")) {
            return Optional.of(put(path.group(1), (ObjectNode) request.json()));
        }
        if (path.group(1) == null) {
            return Optional.of(Reply.json(200, Objects.list("warehouses", objects.all(KIND))));
        }
        String id = path.group(1);
        return Optional.of(Objects.found(
                request.method().equals("DELETE") ? objects.remove(KIND, id) : objects.get(KIND, id),
                "warehouse " + id));
    }

    private Reply put(@Nullable String given, ObjectNode body) {
        String id = given == null
                ? Guids.of(KIND, body.path("name").asText()).replace("-", "").substring(0, ID_LENGTH)
                : given;
        ObjectNode warehouse = objects.get(KIND, id).map(ObjectNode::deepCopy).orElseGet(Warehouses::started);
        objects.put(KIND, id, warehouse.<ObjectNode>setAll(body).put("id", id));
        return Reply.json(200, Objects.object().put("id", id));
    }

    private static ObjectNode started() {
        ObjectNode json = Objects.object().put("num_clusters", 1).put("state", "RUNNING");
        json.put("jdbc_url", "jdbc:emulated").put("creator_name", Objects.DEPLOYER);
        json.putObject("health").put("status", "HEALTHY");
        json.putObject("odbc_params")
                .put("hostname", "emulated")
                .put("path", "/")
                .put("port", 443)
                .put("protocol", "https");
        return json;
    }

    /** The old names of warehouses, which the provider still asks for. */
    private Reply sources() {
        ArrayNode sources = JsonNodeFactory.instance.arrayNode();
        List<String> ids = objects.names(KIND);
        ids.forEach(
                id -> sources.addObject().put("id", Guids.of("data source", id)).put("warehouse_id", id));
        return Reply.json(200, sources);
    }
}
