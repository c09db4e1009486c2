package io.terralake.assertions;

import java.util.List;
import java.util.stream.IntStream;

/** Matchers for the elements of arrays. */
final class ArrayMatchers {
    private ArrayMatchers() {}

    /** Each expected element takes the first that matches it, behind the one that the element before it took. */
    static Matcher with(List<Matcher> elements) {
        return new Named("arrayWith" + elements, (pointer, actual) -> {
            if (!actual.isArray()) {
                return Match.mismatch(pointer, "an array", actual);
            }
            MatchResult result = MatchResult.success();
            int next = 0;
            for (int i = 0; i < actual.size() && next < elements.size(); i++) {
                MatchResult element = elements.get(next).match(pointer + "/" + i, actual.get(i));
                if (element.matches()) {
                    result = result.and(element);
                    next++;
                }
            }
            return next == elements.size()
                    ? result
                    : Match.mismatch(pointer, "an element like " + elements.get(next), actual);
        });
    }

    static Matcher equal(List<Matcher> elements) {
        return new Named(elements.toString(), (pointer, actual) -> {
            if (!actual.isArray() || actual.size() != elements.size()) {
                return Match.mismatch(pointer, "an array of %d elements".formatted(elements.size()), actual);
            }
            return IntStream.range(0, elements.size())
                    .mapToObj(i -> elements.get(i).match(pointer + "/" + i, actual.get(i)))
                    .reduce(MatchResult.success(), MatchResult::and);
        });
    }
}
