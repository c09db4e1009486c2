package io.terralake.registration.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an object that comes from outside; what is wrong with them goes to a list. */
public final class JsonFields {
    private final JsonNode object;
    private final Problems problems;
    private final Set<String> known = new TreeSet<>();

    private JsonFields(JsonNode object, Problems problems) {
        this.object = object;
        this.problems = problems;
    }

    /**
     * Reads an object, whole: a field that the reader does not ask for is a problem.
     *
     * @param problems seen from the object's place
     * @param reader what asks for the fields
     * @return what the reader made; empty when the value is no object
     */
    public static <T> Optional<T> read(JsonNode value, Problems problems, Function<JsonFields, T> reader) {
        if (!value.isObject()) {
            problems.add("an object is expected");
            return Optional.empty();
        }
        JsonFields fields = new JsonFields(value, problems);
        T read = reader.apply(fields);
        value.fieldNames().forEachRemaining(name -> {
            if (!fields.known.contains(name)) {
                fields.problem(name, "unknown, there are %s".formatted(fields.known));
            }
        });
        return Optional.of(read);
    }

    /** Whether the field is there, of whatever type. */
    public boolean has(String field) {
        return object.has(field);
    }

    /** A text that must be there; empty when something is wrong with it. */
    public String text(String field, Form form) {
        if (!object.has(field)) {
            known.add(field);
            problem(field, "missing");
        }
        return optional(field, form).orElse("");
    }

    /** A text that may be there; empty when it is not, or something is wrong with it. */
    public Optional<String> optional(String field, Form form) {
        known.add(field);
        JsonNode value = object.get(field);
        return value == null ? Optional.empty() : text(value, form, problems.field(field));
    }

    /** Takes note of a field that somebody else has checked. */
    public void accept(String field) {
        known.add(field);
    }

    /** A boolean that may be there. */
    public boolean flag(String field) {
        known.add(field);
        JsonNode value = object.get(field);
        if (value != null && !value.isBoolean()) {
            problem(field, "true or false is expected, found " + type(value));
        }
        return value != null && value.booleanValue();
    }

    /** Texts by names of one's own. */
    public Map<String, String> texts(String field, Form names, Form values) {
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
            Problems place = problems.field(field).field(entry.getKey());
            names.problem(entry.getKey()).ifPresent(place::add);
            text(entry.getValue(), values, place).ifPresent(text -> texts.put(entry.getKey(), text));
        });
        return texts;
    }

    /** A list of texts that may be there, none of them twice; case makes no difference. */
    public List<String> list(String field, Form form) {
        return elements(field, (value, place) -> text(value, form, place), Function.identity());
    }

    /** A list of objects that may be there. */
    public <T> List<T> objects(String field, Function<JsonFields, T> reader) {
        return elements(field, (value, place) -> read(value, place, reader), null);
    }

    /** Reports a problem of the object. */
    public void problem(String message) {
        problems.add(message);
    }

    /** Reports a problem of a field. */
    public void problem(String field, String message) {
        problems.field(field).add(message);
    }

    /** Reports what is there twice; case makes no difference. */
    public static <T> void unique(List<T> elements, Function<T, String> name, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (T element : elements) {
            String key = name.apply(element);
            if (!key.isEmpty() && !seen.add(key.toLowerCase(Locale.ROOT))) {
                problems.add("%s is there twice".formatted(Shown.quoted(key)));
            }
        }
    }

    /** The list of problems, seen from a field. */
    public Problems at(String field) {
        return problems.field(field);
    }

    /** A value as messages show it: numbers and booleans as they are, everything else by its type. */
    public static String shown(JsonNode value) {
        if (value.isTextual()) {
            return Shown.quoted(value.textValue());
        }
        return value.isContainerNode() ? type(value) : value.asText();
    }

    /** What a value is called in messages. */
    public static String type(JsonNode value) {
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private <T> List<T> elements(String field, ElementReader<T> reader, @Nullable Function<T, String> name) {
        known.add(field);
        List<T> elements = new ArrayList<>();
        JsonNode value = object.get(field);
        if (value == null) {
            return elements;
        }
        if (!value.isArray()) {
            problem(field, "a list is expected, found " + type(value));
            return elements;
        }
        for (int i = 0; i < value.size(); i++) {
            reader.read(value.get(i), problems.field(field).at("/" + i)).ifPresent(elements::add);
        }
        if (name != null) {
            unique(elements, name, problems.field(field));
        }
        return elements;
    }

    private static Optional<String> text(JsonNode value, Form form, Problems place) {
        if (!value.isTextual()) {
            place.add("a string is expected, found " + type(value));
            return Optional.empty();
        }
        Optional<String> problem = form.problem(value.textValue());
        problem.ifPresent(place::add);
        return problem.isPresent() ? Optional.empty() : Optional.of(value.textValue());
    }

    private interface ElementReader<T> {
        Optional<T> read(JsonNode value, Problems place);
    }
}
