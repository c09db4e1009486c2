package io.terralake.declarations;

import java.util.regex.Pattern;

/** The form of files and folders in the repository, the same for what a stack declares and for the hook that reads it. */
public final class RepositoryPath {
    /** Relative, and without a part that leads out of the repository. */
    public static final String REGEX = "(?![/\\\\]|[A-Za-z]:|(.*[/\\\\])?\\.\\.([/\\\\].*)?$)[^\\p{Cntrl}]+";

    /** What {@link #REGEX} says, for messages. */
    public static final String FORM = "a path in the repository of 1 to 1024 characters, without ..";

    /** The most characters of a path. */
    public static final int LONGEST = 1024;

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    private RepositoryPath() {}

    /**
     * Whether a text is a path in the repository.
     *
     * @param text such as {@code stacks/loan-versions/sql}
     * @return true when the whole text has the form
     */
    public static boolean matches(String text) {
        return text.length() <= LONGEST && PATTERN.matcher(text).matches();
    }
}
