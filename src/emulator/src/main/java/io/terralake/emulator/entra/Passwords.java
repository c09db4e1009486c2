package io.terralake.emulator.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Passwords of applications and service principals: they are told once, and open nothing. */
final class Passwords {
    private static final String LIST = "passwordCredentials";
    private static final String ADD = "/addpassword";
    private static final String REMOVE = "/removepassword";
    private static final long VALID_DAYS = 730;

    private final Store store;

    Passwords(Store store) {
        this.store = store;
    }

    /** The answer; empty when no password is to be added or removed. */
    Optional<Reply> answer(Request request, String path) {
        boolean add = path.endsWith(ADD);
        if (!request.method().equals("POST") || !add && !path.endsWith(REMOVE)) {
            return Optional.empty();
        }
        String of = path.substring(0, path.lastIndexOf('/'));
        return Optional.of(store.get(Space.DIRECTORY, of)
                .map(there -> add ? add(request.json(), of, there) : remove(request.json(), of, there))
                .orElseGet(() -> Graph.notFound(of)));
    }

    private Reply add(JsonNode body, String of, ObjectNode there) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode password = JsonNodeFactory.instance.objectNode();
        password.put("keyId", UUID.randomUUID().toString()).put("hint", "emu");
        password.put("startDateTime", now.toString())
                .put("endDateTime", now.plus(VALID_DAYS, ChronoUnit.DAYS).toString());
        if (body.path("passwordCredential") instanceof ObjectNode wanted) {
            wanted.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> password.set(field.getKey(), field.getValue()));
        }
        ObjectNode changed = there.deepCopy();
        passwords(changed).add(password);
        store.put(Space.DIRECTORY, of, changed);
        return Reply.json(200, password.deepCopy().put("secretText", "emulated: opens nothing"));
    }

    private Reply remove(JsonNode body, String of, ObjectNode there) {
        ObjectNode changed = there.deepCopy();
        ArrayNode passwords = passwords(changed);
        String id = body.path("keyId").asText();
        for (int i = passwords.size() - 1; i >= 0; i--) {
            if (passwords.get(i).path("keyId").asText().equalsIgnoreCase(id)) {
                passwords.remove(i);
            }
        }
        store.put(Space.DIRECTORY, of, changed);
        return Reply.empty(204);
    }

    private static ArrayNode passwords(ObjectNode object) {
        return object.get(LIST) instanceof ArrayNode there ? there : object.putArray(LIST);
    }
}
