package io.terralake.functions.modelevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.functions.http.Mistake;
import io.terralake.functions.messages.Shown;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one event of Event Grid's own schema or of CloudEvents 1.0, and tells all that is wrong with it. */
final class EventReader {
    private static final int LONGEST_ID = 128;
    private static final int LONGEST_SOURCE = 2048;

    private final JsonNode event;
    private final String pointer;
    private final List<Mistake> mistakes;

    private EventReader(JsonNode event, String pointer, List<Mistake> mistakes) {
        this.event = event;
        this.pointer = pointer;
        this.mistakes = mistakes;
    }

    /**
     * @param pointer where the event is
     * @param mistakes gets what is wrong
     * @return empty when something is wrong
     */
    static Optional<Event> read(JsonNode event, String pointer, List<Mistake> mistakes) {
        if (!event.isObject()) {
            mistakes.add(new Mistake(pointer, "an event is an object, not %s".formatted(Json.kind(event))));
            return Optional.empty();
        }
        return new EventReader(event, pointer, mistakes).read();
    }

    private Optional<Event> read() {
        int before = mistakes.size();
        boolean cloud = event.has("specversion");
        if (cloud && !event.path("specversion").asText().equals("1.0")) {
            refuse("specversion", "%s is not allowed: 1.0".formatted(shown("specversion")));
        }
        String id = text("id", true, LONGEST_ID);
        EventType type = type(cloud ? "type" : "eventType");
        String subject = text("subject", !cloud, Subject.LONGEST);
        if (type != null && subject != null) {
            check("subject", () -> Subject.check(type, subject));
        }
        String source = text(cloud ? "source" : "topic", cloud, LONGEST_SOURCE);
        String time = text(cloud ? "time" : "eventTime", !cloud, LONGEST_ID);
        if (time != null) {
            check(cloud ? "time" : "eventTime", () -> checkTime(time));
        }
        ObjectNode data = data();
        if (mistakes.size() > before || id == null || type == null || data == null) {
            return Optional.empty();
        }
        return Optional.of(new Event(id, type, orEmpty(subject), orEmpty(source), time, data));
    }

    private @Nullable EventType type(String name) {
        String type = text(name, true, Subject.LONGEST);
        if (type != null) {
            try {
                return EventType.of(type);
            } catch (IllegalArgumentException e) {
                refuse(name, "%s is not known: %s".formatted(Shown.quoted(type), e.getMessage()));
            }
        }
        return null;
    }

    /** A text in place of an object is the object's JSON, as the original took it too. */
    private @Nullable ObjectNode data() {
        JsonNode data = event.path("data");
        if (data.isTextual()) {
            data = Json.read(data.asText()).orElse(data);
        }
        if (data instanceof ObjectNode object) {
            return object;
        }
        refuse("data", data.isMissingNode() ? "is missing" : "an object is allowed, not %s".formatted(Json.kind(data)));
        return null;
    }

    private static void checkTime(String time) {
        try {
            OffsetDateTime.parse(time);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time such as 2026-11-26T08:00:00Z is allowed", e);
        }
    }

    private void check(String name, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            refuse(name, "%s is not allowed: %s".formatted(shown(name), e.getMessage()));
        }
    }

    /** A text of visible characters; null when there is none, or a wrong one. */
    private @Nullable String text(String name, boolean required, int longest) {
        JsonNode value = event.path(name);
        if (value.isMissingNode() || value.isNull() && !required) {
            if (required) {
                refuse(name, "is missing");
            }
        } else if (!value.isTextual()) {
            refuse(name, "a text is allowed, not %s".formatted(Json.kind(value)));
        } else if (value.asText().isBlank() && required || value.asText().length() > longest) {
            refuse(name, "%s is not allowed: 1 to %d characters".formatted(shown(name), longest));
        } else if (value.asText().codePoints().anyMatch(EventReader::isNoCharacter)) {
            refuse(
                    name,
                    "%s is not allowed: there are control characters, or halves of characters".formatted(shown(name)));
        } else {
            return value.asText();
        }
        return null;
    }

    /** In UTF-8 every half of a character is the same question mark, and two ids would be one. */
    private static boolean isNoCharacter(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private String shown(String name) {
        return Shown.quoted(event.path(name).asText());
    }

    private void refuse(String name, String detail) {
        mistakes.add(new Mistake("%s/%s".formatted(pointer, name), detail));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
