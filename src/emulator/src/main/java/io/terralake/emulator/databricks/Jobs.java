package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.util.Optional;

/** Jobs, which never run. */
record Jobs(Objects objects) implements Service {
    private static final String KIND = "job";

    @Override
    public Optional<Reply> answer(Request request) {
        String path = request.path();
        if (path.endsWith("/jobs/create")) {
            return Optional.of(create((ObjectNode) request.json()));
        }
        if (path.endsWith("/jobs/get")) {
            String id = request.parameter("job_id");
            return Optional.of(Objects.found(objects.get(KIND, id), "job " + id));
        }
        if (path.endsWith("/jobs/reset") || path.endsWith("/jobs/update")) {
            String id = request.json().path("job_id").asText();
            Optional<ObjectNode> job = objects.get(KIND, id).map(ObjectNode::deepCopy);
            job.ifPresent(json -> {
                json.set("settings", request.json().path("new_settings"));
                objects.put(KIND, id, json);
            });
            return Optional.of(job.isPresent() ? Objects.done() : Objects.missing("job " + id));
        }
        if (path.endsWith("/jobs/delete")) {
            objects.remove(KIND, request.json().path("job_id").asText());
            return Optional.of(Objects.done());
        }
        return Optional.empty();
    }

    private Reply create(ObjectNode settings) {
        long id = objects.number();
        ObjectNode job = Objects.object().put("job_id", id).put("creator_user_name", Objects.DEPLOYER);
        job.put(
                "run_as_user_name",
                settings.at("/run_as/service_principal_name").asText(Objects.DEPLOYER));
        job.set("settings", settings);
        objects.put(KIND, Long.toString(id), job);
        return Reply.json(200, Objects.object().put("job_id", id));
    }
}
