package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Json;
import java.util.List;
import java.util.Optional;

/** Clusters: one starts while it is asked for. */
record Clusters(Objects objects) implements Service {
    static final String KIND = "cluster";
    private static final String ID = "cluster_id";
    private static final String STATE = "state";
    private static final String PINNED = "pinned";
    private static final int ID_LENGTH = 13;

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        int at = path.lastIndexOf("/clusters/");
        if (at < 0) {
            return Optional.empty();
        }
        String id = request.parameter(ID).isEmpty() ? request.json().path(ID).asText() : request.parameter(ID);
        return Optional.of(
                switch (path.substring(at + "/clusters/".length())) {
                    case "create" -> create((ObjectNode) request.json());
                    case "get" -> Objects.found(started(id), "cluster " + id);
                    case "list" -> Reply.json(200, Objects.list("clusters", pinned()));
                    case "start" -> set(id, Objects.object().put(STATE, "PENDING"));
                    case "pin" -> set(id, Objects.object().put(PINNED, true));
                    case "unpin" -> set(id, Objects.object().put(PINNED, false));
                    case "edit" -> set(id, (ObjectNode) request.json());
                    case "delete", "permanent-delete" -> {
                        objects.remove(KIND, id);
                        yield Objects.done();
                    }
                    default -> Objects.missing(path);
                });
    }

    private Reply create(ObjectNode given) {
        String id = Guids.of(KIND, given.path("cluster_name").asText()).substring(0, ID_LENGTH);
        ObjectNode cluster = given.deepCopy();
        cluster.put(ID, id).put(STATE, "PENDING");
        ObjectNode defaults = Objects.object()
                .put("creator_user_name", Objects.DEPLOYER)
                .put("spark_context_id", 1)
                .put("driver_node_type_id", given.path("node_type_id").asText())
                .put("enable_elastic_disk", true)
                .put("enable_local_disk_encryption", false)
                .put("cluster_source", "API")
                .put("runtime_engine", "STANDARD");
        defaults.putObject("default_tags").put("Vendor", "Databricks");
        defaults.putObject("azure_attributes")
                .put("first_on_demand", 1)
                .put("availability", "ON_DEMAND_AZURE")
                .put("spot_bid_max_price", -1);
        Json.complete(cluster, defaults);
        objects.put(KIND, id, cluster);
        return Reply.json(200, Objects.object().put(ID, id));
    }

    private Optional<ObjectNode> started(String id) {
        Optional<ObjectNode> cluster = objects.get(KIND, id);
        if (cluster.isPresent() && cluster.get().path(STATE).asText().equals("PENDING")) {
            set(id, Objects.object().put(STATE, "RUNNING"));
        }
        return cluster;
    }

    private Reply set(String id, ObjectNode change) {
        Optional<ObjectNode> cluster = objects.get(KIND, id).map(ObjectNode::deepCopy);
        cluster.ifPresent(json -> objects.put(KIND, id, json.setAll(change)));
        return cluster.isPresent() ? Objects.done() : Objects.missing("cluster " + id);
    }

    private List<ObjectNode> pinned() {
        return objects.all(KIND).stream()
                .filter(cluster -> cluster.path(PINNED).asBoolean())
                .toList();
    }
}
