package io.terralake.assertions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Matchers for JSON. Where a value is asked for, a matcher can stand: plain maps match as {@link #objectLike}, plain
 * lists as {@link #arrayEquals}, everything else must be equal. {@link #json(String)} reads all of that from text.
 */
public final class Match {
    private Match() {}

    /**
     * What a JSON text says, with matchers in it. Strings are quoted, by " or '; what is not quoted is a field's name, a
     * matcher of this class by its name, a regular expression, or a value that {@code bound} holds:
     *
     * <pre>{@code
     * {
     *   name: 'loans',
     *   server_id: textLike('${azurerm_mssql_server.*.id}'),
     *   sku_name: /(GP|BC)_.+/,
     *   tags: exactly({owner: 'me'}),
     *   rule: arrayWith({name: 'bronze', filters: anyValue}),
     *   lifecycle: absent,
     *   zone_redundant: not(true),
     *   activities_json: serializedJson([{name: 'Copy', type: $type}]),
     * }
     * }</pre>
     *
     * @throws IllegalArgumentException with line and column when the text is no such JSON
     */
    public static Matcher json(String text, Map<String, ?> bound) {
        return new MatchText(text, bound).parse();
    }

    /** What a JSON text says, with matchers in it, none of them bound: see {@link #json(String, Map)}. */
    public static Matcher json(String text) {
        return json(text, Map.of());
    }

    /** An object with at least these properties. */
    public static Matcher objectLike(Map<String, ?> properties) {
        Map<String, Matcher> expected = new TreeMap<>();
        properties.forEach((name, value) -> expected.put(name, of(value)));
        return new Named(expected.toString(), (pointer, actual) -> {
            if (!actual.isObject()) {
                return mismatch(pointer, "an object", actual);
            }
            return expected.entrySet().stream()
                    .map(entry ->
                            entry.getValue().match(pointer + "/" + escape(entry.getKey()), actual.path(entry.getKey())))
                    .reduce(MatchResult.success(), MatchResult::and);
        });
    }

    /**
     * The very same JSON.
     *
     * @throws IllegalArgumentException when a matcher stands in it
     */
    public static Matcher exactly(Object value) {
        refuseMatchers(value);
        JsonNode expected = Json.toTree(value);
        String name = expected.isContainerNode() ? "exactly(%s)".formatted(expected) : expected.toString();
        return new Named(
                name,
                (pointer, actual) -> actual.equals(expected)
                        ? MatchResult.success()
                        : mismatch(pointer, expected.toString(), actual));
    }

    /** An array that has these elements in this order, others among them. */
    public static Matcher arrayWith(Object... elements) {
        return ArrayMatchers.with(all(elements));
    }

    /** An array of just these elements in this order. */
    public static Matcher arrayEquals(Object... elements) {
        return ArrayMatchers.equal(all(elements));
    }

    /** Any value, but there must be one. */
    public static Matcher anyValue() {
        return new Named(
                "anyValue",
                (pointer, actual) -> isAbsent(actual)
                        ? MatchResult.mismatch(pointer, "expected a value, found none")
                        : MatchResult.success());
    }

    /** No value. */
    public static Matcher absent() {
        return new Named(
                "absent",
                (pointer, actual) -> isAbsent(actual) ? MatchResult.success() : mismatch(pointer, "none", actual));
    }

    /** A string that the regular expression matches as a whole. */
    public static Matcher matching(String regex) {
        return text("/%s/".formatted(regex), Pattern.compile(regex, Pattern.DOTALL));
    }

    /**
     * A string like this: {@code *} stands for a name, of letters, digits, {@code _} and {@code -} as Terraform's are, and
     * {@code **} for any text. {@code ${azurerm_key_vault.*.id}} is the id of some vault, {@code ${azurerm_key_vault.**}}
     * whatever of it.
     */
    public static Matcher textLike(String text) {
        String regex = split(text, "**")
                .map(part -> split(part, "*").map(Pattern::quote).collect(Collectors.joining("[\\w-]+")))
                .collect(Collectors.joining(".*"));
        return text(Json.toTree(text).toString(), Pattern.compile(regex, Pattern.DOTALL));
    }

    /** A string that holds JSON, such as {@code activities_json}. */
    public static Matcher serializedJson(Object value) {
        Matcher inner = of(value);
        return new Named("serializedJson(%s)".formatted(inner), (pointer, actual) -> {
            if (!actual.isTextual()) {
                return mismatch(pointer, "a string of JSON", actual);
            }
            try {
                return inner.match(pointer + "/(json)", Json.MAPPER.readTree(actual.textValue()));
            } catch (JsonProcessingException e) {
                return mismatch(pointer, "a string of JSON", actual);
            }
        });
    }

    /** Anything that the other does not match. */
    public static Matcher not(Object value) {
        Matcher inner = of(value);
        return new Named(
                "not(%s)".formatted(inner),
                (pointer, actual) -> inner.match(pointer, actual).matches()
                        ? MatchResult.mismatch(pointer, "expected something else than " + show(actual))
                        : MatchResult.success());
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

    static MatchResult mismatch(String pointer, String expected, JsonNode actual) {
        return MatchResult.mismatch(pointer, "expected %s, found %s".formatted(expected, show(actual)));
    }

    private static List<Matcher> all(Object... elements) {
        return Arrays.stream(elements).map(Match::of).toList();
    }

    private static Matcher text(String shown, Pattern pattern) {
        return new Named(
                shown,
                (pointer, actual) -> actual.isTextual()
                                && pattern.matcher(actual.textValue()).matches()
                        ? MatchResult.success()
                        : mismatch(pointer, "a string matching " + shown, actual));
    }

    private static Stream<String> split(String text, String separator) {
        return Arrays.stream(text.split(Pattern.quote(separator), -1));
    }

    private static void refuseMatchers(Object value) {
        if (value instanceof Matcher) {
            throw new IllegalArgumentException("exactly takes plain values, found the matcher " + value);
        }
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(Match::refuseMatchers);
        } else if (value instanceof Collection<?> list) {
            list.forEach(Match::refuseMatchers);
        }
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static String show(JsonNode node) {
        return node.isMissingNode() ? "none" : node.toString();
    }

    private static String escape(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
