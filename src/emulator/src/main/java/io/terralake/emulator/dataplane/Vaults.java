package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.DataPlaneRefusals;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Json;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Secrets, keys and certificates of vaults. Keys do nothing: they can be made, told and deleted.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/keyvault/">Azure Key Vault REST API</a>
 */
public final class Vaults implements Service {
    private static final Set<String> KINDS = Set.of("secrets", "keys", "certificates");
    private static final String DELETED = "deleted";

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
        String first = path.get(0).toLowerCase(Locale.ROOT);
        boolean deleted = first.startsWith(DELETED);
        String kind = deleted ? first.substring(DELETED.length()) : first;
        if (!KINDS.contains(kind)) {
            return notFound(request, "Item");
        }
        Optional<Reply> refused = refusals.refuse(request);
        if (refused.isPresent()) {
            return refused.get();
        }
        VaultItems items = new VaultItems(store, request.host(), kind);
        if (path.size() == 1) {
            return Reply.json(200, items.list());
        }
        Optional<Reply> answer = deleted ? gone(request, path, items) : item(request, path, items);
        return answer.orElseGet(() -> notFound(request, capital(kind)));
    }

    private static Optional<Reply> gone(Request request, List<String> path, VaultItems items) {
        return switch (request.method()) {
            case "GET" -> items.deleted(path.get(1)).map(item -> Reply.json(200, item));
            case "DELETE" -> items.purge(path.get(1)).map(item -> Reply.empty(204));
            case "POST" -> items.recover(path.get(1)).map(item -> Reply.json(200, item));
            default -> Optional.empty();
        };
    }

    private Optional<Reply> item(Request request, List<String> path, VaultItems items) {
        String name = path.get(1);
        String part = path.size() > 2 ? path.get(2).toLowerCase(Locale.ROOT) : "";
        if (path.size() == 2 && request.method().equals("PUT") || part.equals("create")) {
            if (items.deleted(name).isPresent()) {
                return Optional.of(Reply.error(
                        409,
                        "Conflict",
                        "%s is currently in a deleted but recoverable state, and its name cannot be reused; in this state, it can only be recovered or purged."
                                .formatted(name)));
            }
            return Optional.of(create(request, name, items));
        }
        if (part.equals("versions")) {
            return Optional.of(Reply.json(200, items.versions(name)));
        }
        if (request.method().equals("DELETE")) {
            return items.delete(name).map(item -> Reply.json(200, item));
        }
        return items.get(name).flatMap(item -> switch (part) {
            case "pending" -> Optional.of(Reply.json(200, pending(request, name)));
            case "policy", "rotationpolicy" -> Optional.of(part(request, name, part, item, items));
            default -> read(request, name, item, items);
        });
    }

    private Optional<Reply> read(Request request, String name, ObjectNode item, VaultItems items) {
        if (request.method().equals("PATCH")) {
            Json.patch(item, request.json());
            items.put(name, item);
        } else if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        ObjectNode told = item.deepCopy();
        told.remove("rotationpolicy");
        return Optional.of(Reply.json(200, told));
    }

    private static Reply part(Request request, String name, String part, ObjectNode item, VaultItems items) {
        ObjectNode json = item.withObject("/" + part);
        if (!request.method().equals("GET")) {
            Json.patch(json, request.json());
            items.put(name, item);
        }
        return Reply.json(200, json);
    }

    private Reply create(Request request, String name, VaultItems items) {
        if (!(request.json() instanceof ObjectNode given)) {
            return badParameter("the body is no JSON object");
        }
        try {
            ObjectNode item = switch (items.kind()) {
                case "secrets" -> VaultItem.secret(items, name, given);
                case "keys" -> VaultItem.key(items, name, given);
                default -> VaultItem.certificate(store, items, name, given);
            };
            items.put(name, item);
            return items.kind().equals("certificates")
                    ? Reply.json(202, pending(request, name))
                    : Reply.json(200, item);
        } catch (IllegalArgumentException e) {
            return badParameter(e.getMessage());
        }
    }

    private static ObjectNode pending(Request request, String name) {
        String id = "https://%s/certificates/%s".formatted(request.host(), name);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id + "/pending")
                .put("status", "completed")
                .put("target", id);
    }

    private static Reply badParameter(String message) {
        return Reply.error(400, "BadParameter", message);
    }

    private static Reply notFound(Request request, String kind) {
        return Reply.error(404, kind + "NotFound", "%s was not found in this key vault".formatted(request.path()));
    }

    /** Such as {@code Secret}, of {@code secrets}. */
    private static String capital(String kind) {
        return kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1, kind.length() - 1);
    }
}
