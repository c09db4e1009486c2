package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.DataPlaneRefusals;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Map;
import java.util.Optional;

/** What providers make of storage accounts by their data plane, and the settings of blob and queue services. No data is kept. */
public final class StorageAccounts implements Service {
    private static final String PROPERTIES = "x-ms-properties";

    private final Store store;
    private final DataPlaneRefusals refusals;
    private final ServiceSettings settings;
    private final StorageItems items;
    private final Blobs blobs;

    public StorageAccounts(Store store, DataPlaneRefusals refusals) {
        this.store = store;
        this.refusals = refusals;
        this.settings = new ServiceSettings(store);
        this.items = new StorageItems(store);
        this.blobs = new Blobs(store);
    }

    @Override
    public Optional<Reply> answer(Request request) {
        if (!request.host().endsWith(".core.windows.net")) {
            return Optional.empty();
        }
        Optional<Reply> refused = refusals.refuse(request);
        if (refused.isPresent()) {
            return refused.map(reply -> reply.with("x-ms-error-code", "AuthorizationFailure"));
        }
        if (request.host().contains(".dfs.")) {
            return Optional.of(lake(request));
        }
        if (request.parameter("restype").equals("service")) {
            return Optional.of(settings.answer(request));
        }
        return items.answer(request).or(() -> blobs.answer(request));
    }

    private Reply lake(Request request) {
        String key = request.host() + request.path();
        Optional<ObjectNode> there = store.get(Space.FILES, key);
        return switch (request.method()) {
            case "PUT" -> {
                store.put(
                        Space.FILES,
                        key,
                        JsonNodeFactory.instance.objectNode().put(PROPERTIES, request.header(PROPERTIES)));
                yield Reply.empty(201);
            }
            case "PATCH" -> Reply.empty(200);
            case "DELETE" -> Reply.empty(store.remove(Space.FILES, key).isPresent() ? 202 : 404);
            default -> {
                if (request.parameter("action").equals("getAccessControl")) {
                    yield access();
                }
                yield there.map(json -> new Reply(
                                200,
                                Map.of(PROPERTIES, json.path(PROPERTIES).asText(), "x-ms-namespace-enabled", "true"),
                                new byte[0]))
                        .orElseGet(() -> Reply.empty(404));
            }
        };
    }

    private static Reply access() {
        return new Reply(
                200,
                Map.of(
                        "x-ms-owner", "$superuser",
                        "x-ms-group", "$superuser",
                        "x-ms-permissions", "rwxr-x---",
                        "x-ms-acl", "user::rwx,group::r-x,other::---"),
                new byte[0]);
    }
}
