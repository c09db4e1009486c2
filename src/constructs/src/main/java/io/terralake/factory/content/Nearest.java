package io.terralake.factory.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The name that somebody may have meant. */
final class Nearest {
    private Nearest() {}

    /** What a message says of it. */
    static String said(String name, Collection<String> names) {
        return of(name, names).map("; the nearest is \"%s\""::formatted).orElse("");
    }

    /** That of the names which looks most like another; empty when none looks like it. */
    private static Optional<String> of(String name, Collection<String> names) {
        int most = Math.max(2, name.length() / 3);
        LevenshteinDistance distance = new LevenshteinDistance(most);
        String lower = name.toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(other -> distance.apply(lower, other.toLowerCase(Locale.ROOT)) >= 0)
                .min(Comparator.comparing(other -> distance.apply(lower, other.toLowerCase(Locale.ROOT))));
    }
}
