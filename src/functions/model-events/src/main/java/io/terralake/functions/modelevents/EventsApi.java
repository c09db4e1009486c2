package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Mistake;
import io.terralake.functions.http.ProblemException;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import io.terralake.functions.messages.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Takes events of those who subscribe by webhook, each on its own: what is right goes to the queue, what is wrong is told. Nothing is
 * dispatched before the answer.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/end-point-validation-event-grid-events-schema">Event Grid's handshake</a>
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/http-webhook.md">that of CloudEvents</a>
 */
public final class EventsApi implements Handler {
    /** The role that callers need in Azure. */
    public static final String ROLE = "Events.Send";

    /** Of a batch of Event Grid, in bytes. */
    static final int LARGEST = 1 << 20;

    /** As many as somebody reads. */
    private static final int MOST_MISTAKES = 50;

    private static final Set<String> TYPES =
            Set.of("application/json", "application/cloudevents+json", "application/cloudevents-batch+json");
    private static final String VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private static final String ORIGIN = "WebHook-Request-Origin";
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,253}");
    private static final String RATE = "WebHook-Request-Rate";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final Consumer<List<String>> queue;

    /**
     * What takes the events of a request.
     *
     * @param queue gets the messages, at least one, when the request is read
     */
    public EventsApi(Consumer<List<String>> queue) {
        this.queue = queue;
    }

    @Override
    public Response handle(Request request) {
        if (request.method().equals("OPTIONS")) {
            return allow(request);
        }
        request.requireMethod("POST");
        request.requireJson(TYPES);
        request.requireAtMost(LARGEST);
        JsonNode body = Json.read(request.body())
                .orElseThrow(() -> refusal("the body is no JSON", "", Shown.quoted(request.body())));
        List<JsonNode> events = new ArrayList<>();
        (body.isArray() ? body : List.of(body)).forEach(events::add);
        if (events.isEmpty()) {
            throw refusal("the body has no event", "", "a list of at least one event is allowed");
        }
        String pointers = body.isArray() ? "/%d" : "";
        return events.size() == 1 && events.get(0).path("eventType").asText().equals(VALIDATION)
                ? handshake(events.get(0), pointers.formatted(0))
                : take(events, pointers);
    }

    private static ProblemException refusal(String detail, String pointer, String why) {
        return ProblemException.badRequest(detail, List.of(new Mistake(pointer, why)));
    }

    private static Response handshake(JsonNode event, String pointer) {
        JsonNode code = event.at("/data/validationCode");
        if (!code.isTextual() || code.asText().isBlank()) {
            throw refusal("the handshake has no code", pointer + "/data/validationCode", "a text is allowed");
        }
        return Response.json(Map.of("validationResponse", code.asText()));
    }

    /** The abuse protection of CloudEvents: whoever may send events may send them at the rate that it asks for. */
    private static Response allow(Request request) {
        String origin = request.headers().getOrDefault(ORIGIN, "");
        if (!HOST.matcher(origin).matches()) {
            throw ProblemException.badRequest(List.of(
                    "the header %s is %s: the name of a host is allowed".formatted(ORIGIN, Shown.quoted(origin))));
        }
        Map<String, String> allowed = new TreeMap<>(Map.of("Allow", "POST", "WebHook-Allowed-Origin", origin));
        String rate = request.headers().getOrDefault(RATE, "");
        if (NUMBER.matcher(rate).matches()) {
            allowed.put("WebHook-Allowed-Rate", rate);
        }
        return new Response(Response.OK, allowed, new byte[0]);
    }

    private Response take(List<JsonNode> events, String pointers) {
        List<String> messages = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            JsonNode json = events.get(i);
            String pointer = pointers.formatted(i);
            EventReader.read(json, pointer, mistakes)
                    .ifPresent(event -> QueueMessage.of(json, event)
                            .ifPresentOrElse(
                                    messages::add,
                                    () -> mistakes.add(new Mistake(
                                            pointer,
                                            "the event is too large without its data: at most %d bytes are allowed"
                                                    .formatted(QueueMessage.LARGEST)))));
        }
        if (!messages.isEmpty()) {
            queue.accept(messages);
        }
        if (!mistakes.isEmpty()) {
            throw ProblemException.badRequest(
                    "%d of %d events were accepted".formatted(messages.size(), events.size()),
                    List.copyOf(mistakes.subList(0, Math.min(mistakes.size(), MOST_MISTAKES))));
        }
        return Response.json(Map.of("accepted", messages.size()));
    }
}
