package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Guids;
import java.util.Optional;

/** Policies that clusters are made by. */
record ClusterPolicies(Objects objects) implements Service {
    private static final String KIND = "policy";
    private static final String ID = "policy_id";

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        if (!path.contains("/policies/clusters/")) {
            return Optional.empty();
        }
        String id = request.parameter(ID).isEmpty() ? request.json().path(ID).asText() : request.parameter(ID);
        return Optional.of(
                switch (path.substring(path.lastIndexOf('/') + 1)) {
                    case "create" -> create((ObjectNode) request.json());
                    case "edit" -> {
                        ObjectNode policy =
                                objects.get(KIND, id).map(ObjectNode::deepCopy).orElseGet(Objects::object);
                        objects.put(KIND, id, policy.setAll((ObjectNode) request.json()));
                        yield Objects.done();
                    }
                    case "delete" -> {
                        objects.remove(KIND, id);
                        yield Objects.done();
                    }
                    default -> Objects.found(objects.get(KIND, id), "cluster policy " + id);
                });
    }

    private Reply create(ObjectNode policy) {
        String id = Guids.of(KIND, policy.path("name").asText());
        objects.put(KIND, id, policy.deepCopy().put(ID, id));
        return Reply.json(200, Objects.object().put(ID, id));
    }
}
