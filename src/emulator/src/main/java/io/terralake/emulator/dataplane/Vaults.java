package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.DataPlaneRefusals;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Secrets of vaults. */
public final class Vaults implements Service {
    private final Store store;
    private final DataPlaneRefusals refusals;

    public Vaults(Store store, DataPlaneRefusals refusals) {
        this.store = store;
        this.refusals = refusals;
    }

    @Override
    public Optional<Reply> answer(Request request) {
        return request.host().endsWith(".vault.azure.net") ? Optional.of(vault(request)) : Optional.empty();
    }

    private Reply vault(Request request) {
        List<String> path = request.segments();
        if (path.isEmpty()) {
            return Reply.json(200, JsonNodeFactory.instance.objectNode());
        }
        if (path.size() < 2 || !path.get(0).equals("secrets")) {
            return notFound(request);
        }
        Optional<Reply> refused = refusals.refuse(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        String key = request.host() + "/" + path.get(1);
        if (request.method().equals("PUT")) {
            ObjectNode secret = JsonNodeFactory.instance.objectNode();
            secret.put("id", "https://%s/secrets/%s/%s".formatted(request.host(), path.get(1), version()));
            secret.putObject("attributes")
                    .put("enabled", true)
                    .put("created", 1)
                    .put("updated", 1)
                    .put("recoveryLevel", "Recoverable");
            secret.setAll((ObjectNode) request.json());
            store.put(Space.SECRETS, key, secret);
        }
        Optional<ObjectNode> secret = request.method().equals("DELETE")
                ? store.remove(Space.SECRETS, key)
                        .map(gone -> gone.put(
                                "recoveryId", "https://%s/deletedsecrets/%s".formatted(request.host(), path.get(1))))
                : store.get(Space.SECRETS, key);
        return secret.map(json -> Reply.json(200, json)).orElseGet(() -> notFound(request));
    }

    private static String version() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static Reply notFound(Request request) {
        return Reply.error(404, "SecretNotFound", "%s was not found in this key vault".formatted(request.path()));
    }
}
