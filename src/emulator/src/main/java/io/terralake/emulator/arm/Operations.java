package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Long-running operations, which go on until somebody asks how they go.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations">Track asynchronous Azure operations</a>
 */
public final class Operations implements Service {
    private static final String PATH = "/operationstatuses/";
    private static final String ENDPOINT = "microsoft.network/privateendpoints";

    private final Map<String, String> targets = new HashMap<>();

    @Override
    public Optional<Reply> answer(Request request) {
        if (!request.key().startsWith(PATH)) {
            return Optional.empty();
        }
        String name = request.key().substring(PATH.length());
        targets.remove(name);
        return Optional.of(Reply.json(
                200,
                JsonNodeFactory.instance.objectNode().put("status", "Succeeded").put("name", name)));
    }

    /** Begins one; where a client asks how it goes. */
    String begin(Request request, ResourceId id, ObjectNode resource) {
        String name = UUID.randomUUID().toString();
        target(id, resource).ifPresent(target -> targets.put(name, target));
        return at(request, name);
    }

    /** One that is done with when it is first asked for. */
    static String done(Request request) {
        return at(request, UUID.randomUUID().toString());
    }

    private static String at(Request request, String name) {
        return "%s/operationStatuses/%s?api-version=2024-01-01".formatted(request.origin(), name);
    }

    /** Ends one, as somebody does who asks how it goes. */
    void end(String operation) {
        targets.remove(operation.replaceFirst(".*/([^?]*).*", "$1"));
    }

    /** Whether an endpoint is being made for a resource. */
    boolean isBusy(String target) {
        return targets.containsValue(target);
    }

    /** What a private endpoint is for, in lower case; empty for other resources. */
    static Optional<String> target(ResourceId id, JsonNode resource) {
        String target = resource.at("/properties/privateLinkServiceConnections/0/properties/privateLinkServiceId")
                .asText();
        return id.type().toLowerCase(Locale.ROOT).equals(ENDPOINT) && !target.isEmpty()
                ? Optional.of(target.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
