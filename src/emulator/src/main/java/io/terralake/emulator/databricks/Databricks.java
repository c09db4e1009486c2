package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.terralake.emulator.arm.Rights;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Optional;

/**
 * The API of a workspace, one part after the other.
 *
 * @see <a href="https://docs.databricks.com/api/azure/workspace/introduction">Databricks REST API reference</a>
 */
public final class Databricks implements Service {
    private final List<Service> parts;

    public Databricks(Store store, Rights rights) {
        Objects objects = new Objects(store);
        this.parts = List.of(
                new Grants(objects),
                new UnityCatalog(objects, new LocationAccess(objects, store, rights)),
                new ClusterPolicies(objects),
                new Clusters(objects),
                new Statements(objects),
                new Warehouses(objects),
                new Jobs(objects),
                new WorkspaceFiles(objects),
                new SecretScopes(objects),
                new Permissions(objects));
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (!request.host().endsWith(".azuredatabricks.net")) {
            return Optional.empty();
        }
        if (request.path().endsWith("/scim/v2/Me")) {
            return Optional.of(Reply.json(
                    200,
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("id", "1")
                            .put("userName", Objects.DEPLOYER)
                            .put("active", true)));
        }
        for (Service part : parts) {
            Optional<Reply> answer = part.answer(request);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.of(Objects.missing("%s %s".formatted(request.method(), request.path())));
    }
}
