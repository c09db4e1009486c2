package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.functions.http.Mistake;
import io.terralake.functions.messages.Poison;
import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.messages.Shown;
import io.terralake.functions.messages.UnavailableException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Dispatches the events of messages, each once, however often and by how many it is delivered. */
public final class EventHandler {
    private static final System.Logger LOG = System.getLogger(EventHandler.class.getName());

    private final Filters filters;
    private final Claims claims;
    private final Dispatches dispatches;
    private final Retries retries;

    /**
     * A handler, which several threads may use at once.
     *
     * @param filters which events are dispatched
     * @param claims which events were
     * @param dispatches where they go
     * @param retries what to do when nothing arrives there
     */
    public EventHandler(Filters filters, Claims claims, Dispatches dispatches, Retries retries) {
        this.filters = filters;
        this.claims = claims;
        this.dispatches = dispatches;
        this.retries = retries;
    }

    /**
     * Handles a message.
     *
     * @param message an event, or a list of events
     * @return what goes to the poison queue; empty when all went well, or there is nothing to do
     * @throws UnavailableException when the message must come back later
     */
    public Optional<String> handle(String message) {
        List<String> problems = new ArrayList<>();
        JsonNode events = Json.read(message).orElse(null);
        if (events == null) {
            problems.add("the message is no JSON: %s".formatted(Shown.quoted(message)));
        } else if (!events.isArray()) {
            handle(events, "", problems);
        } else {
            for (int i = 0; i < events.size(); i++) {
                handle(events.get(i), "/%d".formatted(i), problems);
            }
        }
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        LOG.log(Level.WARNING, "to the poison queue: {0}", problems);
        return Optional.of(Poison.text(problems, message));
    }

    private void handle(JsonNode json, String pointer, List<String> problems) {
        List<Mistake> mistakes = new ArrayList<>();
        Optional<Event> event = EventReader.read(json, pointer, mistakes);
        mistakes.forEach(mistake -> problems.add("%s: %s".formatted(mistake.pointer(), mistake.detail())));
        try {
            event.ifPresent(this::handle);
        } catch (RejectedException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private void handle(Event event) {
        String id = Shown.quoted(event.id());
        Optional<String> refusal = filters.refusal(event);
        if (refusal.isPresent()) {
            LOG.log(Level.INFO, "nothing to do for the event {0}: {1}", id, refusal.get());
            return;
        }
        try (Claims.Claim claim = claims.take(event.id())) {
            switch (claim.state()) {
                case DONE -> LOG.log(Level.INFO, "nothing to do for the event {0}: it was dispatched", id);
                case BUSY ->
                    throw UnavailableException.lasting("the event %s is being dispatched just now".formatted(id), null);
                case NEW, LEFT -> dispatch(Dispatch.of(event), claim);
            }
        }
    }

    /** When it cannot be asked whether an event arrived that somebody left, the claim stays: whoever brings the event back asks again. */
    private void dispatch(Dispatch dispatch, Claims.Claim claim) {
        if (claim.state() == Claims.State.LEFT && dispatches.arrived(dispatch.id(), claim.since())) {
            LOG.log(Level.INFO, "the event {0} had arrived", Shown.quoted(dispatch.id()));
        } else {
            send(dispatch, claim);
            LOG.log(Level.INFO, "{0} of the event {1}", dispatch.eventType(), Shown.quoted(dispatch.id()));
        }
        claim.done();
    }

    private void send(Dispatch dispatch, Claims.Claim claim) {
        try {
            retries.call(() -> {
                dispatches.send(dispatch, claim::hold);
                return dispatch;
            });
        } catch (RejectedException e) {
            claim.forget();
            throw e;
        }
    }
}
