package io.terralake.cosmos;

import java.util.regex.Pattern;

/**
 * A path in a composite index of {@link Indexing}.
 *
 * @param path such as {@code /Rego} or {@code /"Date listed"}, without a wildcard
 * @param descending whether the index sorts from high to low
 */
public record IndexedPath(String path, boolean descending) {
    private static final Pattern PATH = Pattern.compile("(/(\\w+|\"[^\"/\\p{Cntrl}]+\"))+");

    /** @throws IllegalArgumentException when it is no path to a property */
    public IndexedPath {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException(
                    "path \"%s\" of a composite index is not allowed: one such as /Rego or /\"Date listed\""
                            .formatted(path));
        }
    }

    /** From low to high. */
    public static IndexedPath ascending(String path) {
        return new IndexedPath(path, false);
    }

    /** From high to low. */
    public static IndexedPath descending(String path) {
        return new IndexedPath(path, true);
    }
}
