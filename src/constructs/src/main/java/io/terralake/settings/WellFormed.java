package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What of a document the schema has nothing against: it is read into records, and asked for its own rules.
 *
 * @param malformed pointers to what the schema refused
 * @param problems takes what the records refuse
 */
record WellFormed(List<String> malformed, Problems problems) {

    /** Asks a part of the document, and whatever it contains, for its rules. */
    void check(JsonNode node, Type declared, String pointer) {
        if (declared instanceof ParameterizedType many) {
            checkEach(node, many, pointer);
        } else if (node.isObject() && declared instanceof Class<?> type && type.isRecord()) {
            for (RecordComponent part : type.getRecordComponents()) {
                check(node.path(part.getName()), part.getGenericType(), below(pointer, part.getName()));
            }
            if (Checked.class.isAssignableFrom(type)) {
                read(node, type, pointer).ifPresent(part -> ask(part, pointer, place -> ((Checked) part).check(place)));
            }
        }
    }

    /** The entries of a map, the elements of a list. */
    private void checkEach(JsonNode node, ParameterizedType many, String pointer) {
        Type[] of = many.getActualTypeArguments();
        if (many.getRawType() == Map.class && node.isObject()) {
            node.properties().forEach(entry -> check(entry.getValue(), of[1], below(pointer, entry.getKey())));
        } else if (many.getRawType() == List.class && node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), of[0], pointer + "/" + i);
            }
        }
    }

    /** Asks settings for rules of their own, whoever wrote them. */
    void ask(Object settings, String pointer, Consumer<Problems> check) {
        try {
            check.accept(problems.at(pointer));
        } catch (RuntimeException e) {
            problems.add(
                    pointer,
                    "%s.check() failed: %s".formatted(settings.getClass().getName(), e));
        }
    }

    /**
     * Reads a part of the document without malformed entries of its maps, such as one of several zones; empty when anything
     * else in it is malformed and it cannot be judged as a whole, or the record refuses what it is given.
     */
    <T> Optional<T> read(JsonNode node, Class<T> type, String pointer) {
        // What is no object the schema has refused; of a missing one Jackson would make null.
        return node.isObject()
                ? without(malformed, node, type, pointer).flatMap(part -> bind(part, type, pointer))
                : Optional.empty();
    }

    private <T> Optional<T> bind(JsonNode node, Class<T> type, String pointer) {
        try {
            return Optional.of(SettingsReader.JSON.treeToValue(node, type));
        } catch (ValueInstantiationException e) {
            String place = pointer;
            for (JsonMappingException.Reference step : e.getPath()) {
                place = step.getFieldName() == null ? place + "/" + step.getIndex() : below(place, step.getFieldName());
            }
            problems.add(
                    place,
                    e.getCause() instanceof IllegalArgumentException refusal
                            ? String.valueOf(refusal.getMessage())
                            : "%s failed: %s"
                                    .formatted(e.getType().getRawClass().getName(), e.getCause()));
            return Optional.empty();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema accepts what " + type.getSimpleName() + " does not", e);
        }
    }

    private static Optional<JsonNode> without(List<String> malformed, JsonNode node, Class<?> type, String pointer) {
        JsonNode copy = node.deepCopy();
        for (String place : malformed) {
            if (!place.equals(pointer) && !place.startsWith(pointer + "/")) {
                continue;
            }
            JsonPointer inside = JsonPointer.compile(place.substring(pointer.length()));
            if (isMap(type) && !inside.matches() && inside.tail().matches()) {
                // Reported already; what stands for it here must not lead to another report.
                ((ObjectNode) copy).put(inside.getMatchingProperty(), "reported");
                continue;
            }
            if (inside.matches() || inside.tail().matches() || !isMap(type, inside.getMatchingProperty())) {
                return Optional.empty();
            }
            ((ObjectNode) copy.get(inside.getMatchingProperty()))
                    .remove(inside.tail().getMatchingProperty());
        }
        return Optional.of(copy);
    }

    /** Whether a record is written as its only component, a map of texts. */
    private static boolean isMap(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        return parts.length == 1
                && parts[0].getType() == Map.class
                && parts[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static boolean isMap(Class<?> type, String property) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(part -> part.getName().equals(property) && part.getType() == Map.class);
    }

    private static String below(String pointer, String property) {
        return pointer + JsonPointer.empty().appendProperty(property);
    }
}
