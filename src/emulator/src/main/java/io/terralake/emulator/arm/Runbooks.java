package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;

/**
 * The text of runbooks, a draft until it is published.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/automation/runbook-draft">Runbook Draft</a>
 */
final class Runbooks implements Behaviour {
    private static final String TYPE = "microsoft.automation/automationaccounts/runbooks";
    private static final String DRAFT = "/draft/content";
    private static final String CONTENT = "/content";
    private static final String PUBLISH = "/publish";

    @Override
    public String says() {
        return "The text of a runbook is a draft until it is published.";
    }

    @Override
    public boolean isFor(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith(TYPE);
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        String key = id.key();
        String method = request.method();
        for (String part : new String[] {DRAFT, CONTENT, PUBLISH}) {
            if (key.endsWith(part)) {
                String runbook = key.substring(0, key.length() - part.length());
                return store.get(Space.RESOURCES, runbook).flatMap(there -> switch (part) {
                    case DRAFT -> method.equals("PUT") ? Optional.of(write(request, store)) : read(key, store);
                    case CONTENT -> method.equals("GET") ? read(key, store) : Optional.empty();
                    default ->
                        method.equals("POST") ? Optional.of(publish(request, runbook, there, store)) : Optional.empty();
                });
            }
        }
        return Optional.empty();
    }

    @Override
    public void deleted(ResourceId id, ObjectNode resource, Store store) {
        store.remove(Space.FILES, id.key() + DRAFT);
        store.remove(Space.FILES, id.key() + CONTENT);
    }

    private static Reply write(Request request, Store store) {
        store.put(
                Space.FILES,
                request.key(),
                JsonNodeFactory.instance.objectNode().put("text", request.text()));
        return Reply.empty(202).with("Azure-AsyncOperation", Operations.done(request));
    }

    private static Optional<Reply> read(String key, Store store) {
        return store.get(Space.FILES, key)
                .map(text ->
                        Reply.text(200, "text/powershell", text.path("text").asText()));
    }

    private static Reply publish(Request request, String runbook, ObjectNode there, Store store) {
        store.remove(Space.FILES, runbook + DRAFT).ifPresent(draft -> store.put(Space.FILES, runbook + CONTENT, draft));
        ObjectNode published = there.deepCopy();
        Shape.object(published, "/properties").put("state", "Published");
        store.put(Space.RESOURCES, runbook, published);
        return Reply.empty(202).with("Azure-AsyncOperation", Operations.done(request));
    }
}
