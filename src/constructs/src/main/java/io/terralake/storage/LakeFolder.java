package io.terralake.storage;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of paths in a zone. */
public final class LakeFolder {
    /** Nothing at an end and nothing empty between its parts, none of which is {@code .} or {@code ..}. */
    private static final Pattern PATH =
            Pattern.compile("(?!\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+(/(?!\\.{1,2}(/|$))[^/\\\\\\p{Cntrl}]+)*");

    /** A path with an expression of Data Factory in it; what comes of that nobody knows here. */
    private static final Pattern COMPUTED = Pattern.compile("(?!/).*@.*(?<!/)", Pattern.DOTALL);

    private LakeFolder() {}

    /**
     * Checks a folder in a zone.
     *
     * @param folder null for the whole zone
     * @throws IllegalArgumentException when it is empty, has a slash at an end, a backslash, or a part that is empty or dots only
     */
    public static void check(@Nullable String folder) {
        if (folder != null
                && !PATH.matcher(folder).matches()
                && !COMPUTED.matcher(folder).matches()) {
            throw new IllegalArgumentException(
                    "folder \"%s\" is not allowed: a path in the zone, with / between its parts only"
                            .formatted(folder));
        }
    }
}
