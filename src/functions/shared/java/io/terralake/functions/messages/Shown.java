package io.terralake.functions.messages;

import com.fasterxml.jackson.databind.node.TextNode;

/** Given values in reasons: in quotes, on one line, not longer than what somebody reads. */
public final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    /**
     * A value as a reason tells it.
     *
     * @param value any text
     * @return it or its beginning, as JSON text
     */
    public static String quoted(String value) {
        return quoted(value, LONGEST);
    }

    /**
     * A value of which more is told.
     *
     * @param value any text
     * @param longest so many characters of it are told
     * @return it or its beginning, as JSON text
     */
    public static String quoted(String value, int longest) {
        if (value.codePointCount(0, value.length()) <= longest) {
            return TextNode.valueOf(value).toString();
        }
        String start = value.substring(0, value.offsetByCodePoints(0, longest));
        return "%s… (%d characters)".formatted(TextNode.valueOf(start), value.length());
    }
}
