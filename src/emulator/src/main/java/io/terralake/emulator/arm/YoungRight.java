package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A resource that uses a role of its identity as soon as it is made: for the key that encrypts it, the storage that it stands on, the queue
 * that it delivers to.
 */
final class YoungRight implements Refusal {
    static final String CODE = "AuthorizationFailed";

    private static final String IDENTITIES = "/providers/microsoft.managedidentity/userassignedidentities/";

    /** Types that try their rights when they are written, and do not wait for when they are used. */
    private static final Set<String> TYPES = Set.of(
            "microsoft.containerservice/managedclusters",
            "microsoft.datafactory/factories",
            "microsoft.documentdb/databaseaccounts",
            "microsoft.eventgrid/domains/eventsubscriptions",
            "microsoft.eventgrid/eventsubscriptions",
            "microsoft.eventgrid/systemtopics/eventsubscriptions",
            "microsoft.eventgrid/topics/eventsubscriptions",
            "microsoft.machinelearningservices/workspaces",
            "microsoft.sql/servers",
            "microsoft.sql/servers/encryptionprotector",
            "microsoft.storage/storageaccounts");

    private final Rights rights;

    YoungRight(Rights rights) {
        this.rights = rights;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String says() {
        return "a role is used sooner after it was assigned than roles work: by a resource's identity (keys of one's own, delivery of events,"
                + " workspaces of Azure ML, clusters, external locations), or by who deploys (secrets, files)";
    }

    @Override
    public String source() {
        return "https://learn.microsoft.com/azure/role-based-access-control/troubleshooting";
    }

    @Override
    public Optional<Reply> refuse(Request request, ResourceId id, Store store) {
        if (!Set.of("PUT", "PATCH").contains(request.method())
                || !TYPES.contains(id.type().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        Named named = new Named(store);
        named.add(request.json());
        store.get(Space.RESOURCES, id.key()).ifPresent(old -> named.add(old.path("identity")));
        named.identities.add(id.key());
        id.parent().ifPresent(parent -> named.identities.add(parent.key()));
        return named.identities.stream()
                .flatMap(identity ->
                        named.targets.stream().flatMap(target -> rights.tooYoungOf(identity, target).stream()))
                .findFirst()
                .map(wrong -> Reply.error(403, CODE, wrong));
    }

    /** The identities that a body names, and everything else. */
    private static final class Named {
        private final Set<String> identities = new TreeSet<>();
        private final Set<String> targets = new TreeSet<>();
        private final Store store;

        Named(Store store) {
            this.store = store;
        }

        void add(JsonNode json) {
            json.properties().forEach(field -> {
                name(field.getKey());
                add(field.getValue());
            });
            if (json.isArray()) {
                json.forEach(this::add);
            } else if (json.isTextual()) {
                name(json.asText());
            } else if (json.has("resourceId") && json.has("queueName")) {
                targets.remove(json.path("resourceId").asText().toLowerCase(Locale.ROOT));
                targets.add("%s/queueservices/default/queues/%s"
                        .formatted(
                                json.path("resourceId").asText(),
                                json.path("queueName").asText())
                        .toLowerCase(Locale.ROOT));
            }
        }

        private void name(String text) {
            String key = text.toLowerCase(Locale.ROOT);
            if (key.startsWith("/subscriptions/")) {
                (key.contains(IDENTITIES) ? identities : targets).add(key);
            } else {
                DataPlane.of(key, store).ifPresent(resource -> targets.add(resource.key()));
            }
        }
    }
}
