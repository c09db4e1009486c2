package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The matchers that a text can name: those of {@link Match}, by the names that they have there. */
final class MatcherNames {
    private static final Map<String, Maker> MAKERS = new TreeMap<>(Map.of(
            "absent", none(Match.absent()),
            "anyValue", none(Match.anyValue()),
            "arrayEquals", elements(Match::arrayEquals),
            "arrayWith", elements(Match::arrayWith),
            "exactly", one(Match::exactly),
            "matching", string(Match::matching),
            "not", one(Match::not),
            "serializedJson", one(Match::serializedJson),
            "textLike", string(Match::textLike)));

    private MatcherNames() {}

    /**
     * Makes a matcher.
     *
     * @throws IllegalArgumentException when there is none of that name, or it takes other arguments
     */
    static Matcher make(String name, List<Object> arguments) {
        Maker maker = MAKERS.get(name);
        if (maker == null) {
            throw new IllegalArgumentException(
                    "no matcher %s, the nearest is %s, and strings are quoted,".formatted(name, nearest(name)));
        }
        if (!maker.accepts.test(arguments)) {
            throw new IllegalArgumentException(
                    "%s takes %s, found %s".formatted(name, maker.arguments, Match.of(arguments)));
        }
        return maker.make.apply(arguments);
    }

    private static String nearest(String name) {
        return MAKERS.keySet().stream()
                .min(Comparator.comparing(
                        known -> LevenshteinDistance.getDefaultInstance().apply(known, name)))
                .orElseThrow();
    }

    private static Maker none(Matcher matcher) {
        return new Maker("no argument", List::isEmpty, arguments -> matcher);
    }

    private static Maker one(Function<Object, Matcher> make) {
        return new Maker("one argument", arguments -> arguments.size() == 1, arguments -> make.apply(arguments.get(0)));
    }

    private static Maker string(Function<String, Matcher> make) {
        return new Maker(
                "one string",
                arguments -> arguments.size() == 1 && arguments.get(0) instanceof JsonNode node && node.isTextual(),
                arguments -> make.apply(((JsonNode) arguments.get(0)).textValue()));
    }

    private static Maker elements(Function<Object[], Matcher> make) {
        return new Maker("elements", arguments -> true, arguments -> make.apply(arguments.toArray()));
    }

    private record Maker(String arguments, Predicate<List<Object>> accepts, Function<List<Object>, Matcher> make) {}
}
