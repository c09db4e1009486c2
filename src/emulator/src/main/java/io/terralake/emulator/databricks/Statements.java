package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.util.Optional;

/** SQL on clusters and warehouses. */
record Statements(Objects objects) implements Service {
    private static final String KIND = "command";

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        JsonNode body = request.json();
        if (path.endsWith("/contexts/create")
                || path.endsWith("/contexts/status")
                || path.endsWith("/contexts/destroy")) {
            return Optional.of(
                    Reply.json(200, Objects.object().put("id", "context").put("status", "Running")));
        }
        if (path.endsWith("/commands/execute")) {
            return Optional.of(command(body));
        }
        if (path.endsWith("/commands/status")) {
            String id = request.parameter("commandid");
            return Optional.of(Objects.found(objects.get(KIND, id), "command " + id));
        }
        if (path.endsWith("/sql/statements")) {
            Optional<String> error = new Sql(objects).run(body.path("statement").asText());
            ObjectNode answer = Objects.object().put("statement_id", "statement");
            ObjectNode status = answer.putObject("status").put("state", error.isPresent() ? "FAILED" : "SUCCEEDED");
            error.ifPresent(message -> status.putObject("error").put("message", message));
            return Optional.of(Reply.json(200, answer));
        }
        return Optional.empty();
    }

    private Reply command(JsonNode body) {
        String cluster = body.path("clusterId").asText();
        boolean runs = objects.get(Clusters.KIND, cluster)
                .map(json -> json.path("state").asText().equals("RUNNING"))
                .orElse(false);
        if (!runs) {
            return Objects.refused("Cluster %s does not run.".formatted(cluster));
        }
        String id = Long.toString(objects.number());
        ObjectNode command = Objects.object().put("id", id).put("status", "Finished");
        ObjectNode results = command.putObject("results");
        Optional<String> error = new Sql(objects).run(body.path("command").asText());
        if (error.isPresent()) {
            results.put("resultType", "error").put("summary", error.get()).put("cause", error.get());
        } else {
            results.put("resultType", "table").putArray("data");
        }
        objects.put(KIND, id, command);
        return Reply.json(200, Objects.object().put("id", id));
    }
}
