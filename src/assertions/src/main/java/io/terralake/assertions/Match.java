package io.terralake.assertions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Matchers for JSON. Where a value is asked for, a matcher can stand: plain maps match as {@link #objectLike}, plain
 * lists as {@link #arrayEquals}, everything else must be equal.
 */
public final class Match {
    private Match() {}

    /** An object with at least these properties. */
    public static Matcher objectLike(Map<String, ?> properties) {
        return (pointer, actual) -> {
            if (!actual.isObject()) {
                return mismatch(pointer, "expected an object, found " + show(actual));
            }
            List<Mismatch> found = new ArrayList<>();
            new TreeMap<>(properties)
                    .forEach((name, value) ->
                            found.addAll(of(value).mismatches(pointer + "/" + escape(name), actual.path(name))));
            return found;
        };
    }

    /** The very same JSON. */
    public static Matcher exactly(Object value) {
        JsonNode expected = Json.toTree(value);
        return (pointer, actual) -> actual.equals(expected)
                ? List.of()
                : mismatch(pointer, "expected %s, found %s".formatted(show(expected), show(actual)));
    }

    /** An array that has these elements in this order, others among them. */
    public static Matcher arrayWith(Object... elements) {
        List<Matcher> expected = IntStream.range(0, elements.length)
                .mapToObj(i -> of(elements[i]))
                .toList();
        return (pointer, actual) -> {
            if (!actual.isArray()) {
                return mismatch(pointer, "expected an array, found " + show(actual));
            }
            int next = 0;
            for (JsonNode element : actual) {
                if (next < expected.size()
                        && expected.get(next).mismatches(pointer, element).isEmpty()) {
                    next++;
                }
            }
            return next == expected.size()
                    ? List.of()
                    : mismatch(
                            pointer, "expected an element like %s, found %s".formatted(elements[next], show(actual)));
        };
    }

    /** An array of just these elements in this order. */
    public static Matcher arrayEquals(Object... elements) {
        List<Matcher> expected = IntStream.range(0, elements.length)
                .mapToObj(i -> of(elements[i]))
                .toList();
        return (pointer, actual) -> {
            if (!actual.isArray() || actual.size() != expected.size()) {
                return mismatch(
                        pointer, "expected an array of %d elements, found %s".formatted(expected.size(), show(actual)));
            }
            return IntStream.range(0, expected.size())
                    .boxed()
                    .flatMap(i -> expected.get(i).mismatches(pointer + "/" + i, actual.get(i)).stream())
                    .toList();
        };
    }

    /** Any value, but there must be one. */
    public static Matcher anyValue() {
        return (pointer, actual) -> isAbsent(actual) ? mismatch(pointer, "expected a value, found none") : List.of();
    }

    /** No value. */
    public static Matcher absent() {
        return (pointer, actual) ->
                isAbsent(actual) ? List.of() : mismatch(pointer, "expected none, found " + show(actual));
    }

    /** A string that the regular expression matches as a whole. */
    public static Matcher matching(String regex) {
        Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
        return (pointer, actual) ->
                actual.isTextual() && pattern.matcher(actual.textValue()).matches()
                        ? List.of()
                        : mismatch(pointer, "expected a string matching /%s/, found %s".formatted(regex, show(actual)));
    }

    /** A string that holds JSON, such as {@code activities_json}. */
    public static Matcher serializedJson(Object value) {
        Matcher inner = of(value);
        return (pointer, actual) -> {
            if (!actual.isTextual()) {
                return mismatch(pointer, "expected a string of JSON, found " + show(actual));
            }
            try {
                return inner.mismatches(pointer + "/(json)", Json.MAPPER.readTree(actual.textValue()));
            } catch (JsonProcessingException e) {
                return mismatch(pointer, "expected a string of JSON, found " + show(actual));
            }
        };
    }

    /** Anything that the other does not match. */
    public static Matcher not(Object value) {
        Matcher inner = of(value);
        return (pointer, actual) -> inner.mismatches(pointer, actual).isEmpty()
                ? mismatch(pointer, "expected something else than " + show(actual))
                : List.of();
    }

    /** The matcher that a plain value stands for. */
    static Matcher of(Object value) {
        if (value instanceof Matcher matcher) {
            return matcher;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> properties = new TreeMap<>();
            map.forEach((name, element) -> properties.put(String.valueOf(name), element));
            return objectLike(properties);
        }
        return value instanceof List<?> list ? arrayEquals(list.toArray()) : exactly(value);
    }

    private static List<Mismatch> mismatch(String pointer, String message) {
        return List.of(new Mismatch(pointer, message));
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String show(JsonNode node) {
        return node instanceof MissingNode ? "none" : node.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
