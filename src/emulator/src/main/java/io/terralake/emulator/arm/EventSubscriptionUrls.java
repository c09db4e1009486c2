package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;

/** The address of a webhook is told to who asks for it by name only. */
final class EventSubscriptionUrls implements Behaviour {
    @Override
    public String says() {
        return "The address of a webhook is told to who asks for it by name only.";
    }

    @Override
    public boolean isFor(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("microsoft.eventgrid/")
                && type.toLowerCase(Locale.ROOT).endsWith("eventsubscriptions");
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        if (!request.method().equals("POST") || !id.name().equalsIgnoreCase("getFullUrl")) {
            return Optional.empty();
        }
        String url = Arm.at(store, id.above().key())
                .at("/properties/destination/properties/endpointUrl")
                .asText(null);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        return Optional.of(Reply.json(200, url == null ? answer : answer.put("endpointUrl", url)));
    }
}
