package io.terralake.deployhook.datasets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** The fields of one object of a registration request; what is wrong with them goes to a list. */
final class RequestFields {
    private final String pointer;
    private final JsonNode object;
    private final BiConsumer<String, String> problems;
    private final Set<String> known = new TreeSet<>();

    RequestFields(String pointer, JsonNode object, BiConsumer<String, String> problems) {
        this.pointer = pointer;
        this.object = object;
        this.problems = problems;
    }

    /** A text that must be there; empty when something is wrong with it. */
    String text(String field, String regex, String allowed) {
        Optional<String> value = optional(field);
        if (value.isEmpty()) {
            if (!object.has(field)) {
                problem(field, "missing");
            }
            return "";
        }
        if (!value.get().matches(regex)) {
            problem(field, "\"%s\" is not allowed: %s".formatted(value.get(), allowed));
            return "";
        }
        return value.get();
    }

    Optional<String> optional(String field) {
        known.add(field);
        JsonNode value = object.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            problem(
                    field,
                    "a string is expected, found %s"
                            .formatted(value.getNodeType().name().toLowerCase(Locale.ROOT)));
            return Optional.empty();
        }
        return Optional.of(value.textValue());
    }

    Map<String, String> texts(String field) {
        known.add(field);
        Map<String, String> texts = new TreeMap<>();
        JsonNode value = object.get(field);
        if (value == null) {
            return texts;
        }
        if (!value.isObject()) {
            problem(field, "an object of strings is expected");
        }
        value.properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                texts.put(entry.getKey(), entry.getValue().textValue());
            } else {
                problem(field + "/" + entry.getKey(), "a string is expected");
            }
        });
        return texts;
    }

    void refuseOthers() {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                problem(field, "unknown, there are %s".formatted(known));
            }
        });
    }

    void problem(String field, String message) {
        problems.accept(pointer + "/" + field, message);
    }
}
