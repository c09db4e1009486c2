package io.terralake.emulator.dataplane;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The items of one kind of a vault, each in its newest version, and those that were deleted and not purged.
 *
 * @param kind {@code secrets}, {@code keys} or {@code certificates}
 */
record VaultItems(Store store, String host, String kind) {

    Optional<ObjectNode> get(String name) {
        return store.get(Space.SECRETS, key(kind, name)).map(ObjectNode::deepCopy);
    }

    void put(String name, ObjectNode item) {
        store.put(Space.SECRETS, key(kind, name), item);
    }

    /** All of them, without what is in them. */
    ObjectNode list() {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode value = list.putArray("value");
        store.children(Space.SECRETS, "%s/%s".formatted(host, kind)).forEach(item -> value.add(outline(item)));
        return list;
    }

    /** The versions of one: there is the newest. */
    ObjectNode versions(String name) {
        ObjectNode list = JsonNodeFactory.instance.objectNode();
        ArrayNode value = list.putArray("value");
        get(name).ifPresent(item -> {
            ObjectNode outline = outline(item);
            value.add(outline.put(kind.equals("keys") ? "kid" : "id", id(item)));
        });
        return list;
    }

    /** What a new version of one is called. */
    String versionOf(String name) {
        return "https://%s/%s/%s/%s"
                .formatted(host, kind, name, UUID.randomUUID().toString().replace("-", ""));
    }

    static ObjectNode attributes(ObjectNode given) {
        long now = Instant.now().getEpochSecond();
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put("enabled", true).put("created", now).put("updated", now);
        attributes.put("recoveryLevel", "Recoverable+Purgeable").put("recoverableDays", 90);
        if (given.get("attributes") instanceof ObjectNode wanted) {
            attributes.setAll(wanted);
        }
        return attributes;
    }

    /** The deleted item; empty when there is none. */
    Optional<ObjectNode> delete(String name) {
        return store.remove(Space.SECRETS, key(kind, name)).map(item -> {
            ObjectNode gone = item.deepCopy();
            long now = Instant.now().getEpochSecond();
            gone.put("recoveryId", "https://%s/deleted%s/%s".formatted(host, kind, name));
            gone.put("deletedDate", now).put("scheduledPurgeDate", now + 90L * 24 * 3600);
            store.put(Space.SECRETS, key("deleted" + kind, name), gone);
            return gone;
        });
    }

    Optional<ObjectNode> deleted(String name) {
        return store.get(Space.SECRETS, key("deleted" + kind, name));
    }

    Optional<ObjectNode> purge(String name) {
        return store.remove(Space.SECRETS, key("deleted" + kind, name));
    }

    Optional<ObjectNode> recover(String name) {
        return purge(name).map(gone -> {
            ObjectNode item = gone.deepCopy();
            item.remove("recoveryId");
            item.remove("deletedDate");
            item.remove("scheduledPurgeDate");
            put(name, item);
            return item;
        });
    }

    private ObjectNode outline(ObjectNode item) {
        ObjectNode outline = JsonNodeFactory.instance.objectNode();
        String id = id(item);
        outline.put(kind.equals("keys") ? "kid" : "id", id.substring(0, id.lastIndexOf('/')));
        for (String part : new String[] {"attributes", "tags", "contentType", "x5t"}) {
            if (item.has(part)) {
                outline.set(part, item.get(part).deepCopy());
            }
        }
        return outline;
    }

    private static String id(ObjectNode item) {
        return item.has("key") ? item.at("/key/kid").asText() : item.path("id").asText();
    }

    private String key(String kind, String name) {
        return "%s/%s/%s".formatted(host, kind, name);
    }
}
