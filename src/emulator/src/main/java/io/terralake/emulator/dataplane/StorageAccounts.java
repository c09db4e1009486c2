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

/** File systems and folders of data lakes, and the settings of blob and queue services. No data is kept. */
public final class StorageAccounts implements Service {
    private static final String PROPERTIES = "x-ms-properties";
    private static final String SERVICE =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><StorageServiceProperties></StorageServiceProperties>";

    private final Store store;
    private final DataPlaneRefusals refusals;

    public StorageAccounts(Store store, DataPlaneRefusals refusals) {
        this.store = store;
        this.refusals = refusals;
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
            return Optional.of(
                    request.method().equals("GET") ? Reply.text(200, "application/xml", SERVICE) : Reply.empty(202));
        }
        return Optional.empty();
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
