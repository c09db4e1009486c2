package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.DataPlane;
import io.terralake.emulator.arm.ResourceId;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Containers, queues, shares and tables, as who has the account's key makes them: the same ones that Azure Resource Manager knows. */
final class StorageItems {
    private static final String ACCESS = "x-ms-blob-public-access";
    private static final String METADATA = "x-ms-meta-";
    private static final String QUOTA = "x-ms-share-quota";
    private static final Pattern GIBIBYTES = Pattern.compile("[1-9]\\d{0,5}");
    private static final String TIER = "x-ms-access-tier";
    private static final String NOBODY =
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><SignedIdentifiers></SignedIdentifiers>";

    private final Store store;

    StorageItems(Store store) {
        this.store = store;
    }

    /** The answer; empty when something else is asked for, or the account is not there. */
    Optional<Reply> answer(Request request) {
        Optional<StorageKind> kind = StorageKind.of(request);
        Optional<ResourceId> account = DataPlane.of(request.host(), store);
        if (kind.isEmpty() || account.isEmpty()) {
            return Optional.empty();
        }
        if (!request.header(QUOTA).isEmpty()
                && !GIBIBYTES.matcher(request.header(QUOTA)).matches()) {
            return Optional.of(Reply.empty(400).with("x-ms-error-code", "InvalidHeaderValue"));
        }
        String name = kind.get().name(request);
        ResourceId id = new ResourceId(
                "%s/%s/%s".formatted(account.get().path(), kind.get().below(), name));
        Optional<ObjectNode> there = store.get(Space.RESOURCES, id.key());
        boolean creates = request.method().equals(kind.get().creates())
                && request.parameter("comp").isEmpty();
        if (creates) {
            return Optional.of(there.isPresent() ? conflict(kind.get()) : create(request, kind.get(), id));
        }
        return Optional.of(there.map(item -> of(request, kind.get(), id, item.deepCopy()))
                .orElseGet(() ->
                        Reply.empty(404).with("x-ms-error-code", kind.get().title() + "NotFound")));
    }

    private Reply create(Request request, StorageKind kind, ResourceId id) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", id.path()).put("name", id.name()).put("type", id.type());
        write(request, kind, item.putObject("properties"));
        store.put(Space.RESOURCES, id.key(), item);
        return Reply.empty(kind == StorageKind.TABLE ? 204 : 201);
    }

    private Reply of(Request request, StorageKind kind, ResourceId id, ObjectNode item) {
        boolean acl = request.parameter("comp").equals("acl");
        String identifiers = request.host() + request.path() + "?acl";
        switch (request.method()) {
            case "DELETE" -> {
                store.remove(Space.RESOURCES, id.key());
                store.remove(Space.FILES, identifiers);
                return Reply.empty(kind.deleted());
            }
            case "PUT" -> {
                if (acl) {
                    store.put(
                            Space.FILES,
                            identifiers,
                            JsonNodeFactory.instance.objectNode().put("xml", request.text()));
                }
                if (!acl || kind == StorageKind.CONTAINER) {
                    ObjectNode properties = item.withObject("/properties");
                    write(request, kind, properties);
                    store.put(Space.RESOURCES, id.key(), item);
                }
                return Reply.empty(kind == StorageKind.QUEUE || kind == StorageKind.TABLE ? 204 : 200);
            }
            default -> {
                if (!acl) {
                    return read(item);
                }
                return Reply.text(
                        200,
                        "application/xml",
                        store.get(Space.FILES, identifiers)
                                .map(json -> json.path("xml").asText())
                                .orElse(NOBODY));
            }
        }
    }

    private static void write(Request request, StorageKind kind, ObjectNode properties) {
        if (kind == StorageKind.CONTAINER && !request.parameter("comp").equals("metadata")) {
            String access = request.header(ACCESS);
            properties.put("publicAccess", access.isEmpty() ? "None" : capital(access));
        }
        if (!request.header(QUOTA).isEmpty()) {
            properties.put("shareQuota", Integer.parseInt(request.header(QUOTA)));
        }
        if (!request.header(TIER).isEmpty()) {
            properties.put("accessTier", request.header(TIER));
        }
        if (request.parameter("comp").isEmpty() || request.parameter("comp").equals("metadata")) {
            ObjectNode metadata = properties.putObject("metadata");
            request.headers().forEach((name, value) -> {
                if (name.startsWith(METADATA)) {
                    metadata.put(name.substring(METADATA.length()), value);
                }
            });
        }
    }

    private static Reply read(ObjectNode item) {
        ObjectNode properties = item.withObject("/properties");
        Reply reply = Reply.json(200, JsonNodeFactory.instance.objectNode())
                .with("x-ms-lease-status", "unlocked")
                .with("x-ms-lease-state", "available");
        String access = properties.path("publicAccess").asText("None").toLowerCase(Locale.ROOT);
        if (!access.equals("none")) {
            reply = reply.with(ACCESS, access);
        }
        if (properties.has("shareQuota")) {
            reply = reply.with(QUOTA, properties.path("shareQuota").asText())
                    .with(TIER, properties.path("accessTier").asText("TransactionOptimized"))
                    .with(
                            "x-ms-enabled-protocols",
                            properties.path("enabledProtocols").asText("SMB"));
        }
        for (var each : properties.path("metadata").properties()) {
            reply = reply.with(METADATA + each.getKey(), each.getValue().asText());
        }
        return reply;
    }

    private static Reply conflict(StorageKind kind) {
        return Reply.empty(409).with("x-ms-error-code", kind.title() + "AlreadyExists");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
