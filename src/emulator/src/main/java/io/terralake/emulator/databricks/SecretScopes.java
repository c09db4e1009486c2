package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.util.Optional;

/** Secret scopes, and who may read them. */
record SecretScopes(Objects objects) implements Service {
    private static final String SCOPE = "scope";
    private static final String ACL = "secret-acl";
    private static final String PRINCIPAL = "principal";

    @Override
    public Optional<Reply> answer(Request request) {
        int at = request.path().indexOf("/secrets/");
        if (at < 0) {
            return Optional.empty();
        }
        JsonNode body = request.json();
        String scope = body.path(SCOPE).asText(request.parameter(SCOPE));
        String acl = scope + "\t" + body.path(PRINCIPAL).asText(request.parameter(PRINCIPAL));
        return Optional.of(
                switch (request.path().substring(at + "/secrets/".length())) {
                    case "scopes/create" -> {
                        objects.put(SCOPE, scope, scope(scope, body));
                        yield Objects.done();
                    }
                    case "scopes/list" -> Reply.json(200, Objects.list("scopes", objects.all(SCOPE)));
                    case "scopes/delete" -> {
                        objects.remove(SCOPE, scope);
                        yield Objects.done();
                    }
                    case "acls/put" -> {
                        objects.put(ACL, acl, body.<ObjectNode>deepCopy().without(SCOPE));
                        yield Objects.done();
                    }
                    case "acls/get" -> Objects.found(objects.get(ACL, acl), acl);
                    case "acls/delete" -> {
                        objects.remove(ACL, acl);
                        yield Objects.done();
                    }
                    default -> Objects.missing(request.path());
                });
    }

    private static ObjectNode scope(String name, JsonNode body) {
        ObjectNode json = Objects.object().put("name", name);
        json.put("backend_type", body.path("scope_backend_type").asText("DATABRICKS"));
        if (body.has("backend_azure_keyvault")) {
            json.set("keyvault_metadata", body.path("backend_azure_keyvault"));
        }
        return json;
    }
}
