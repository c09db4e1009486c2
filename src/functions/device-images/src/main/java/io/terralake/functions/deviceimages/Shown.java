package io.terralake.functions.deviceimages;

import com.fasterxml.jackson.databind.node.TextNode;

/** Given values in reasons: in quotes, on one line, not longer than what somebody reads. */
final class Shown {
    private static final int LONGEST = 60;

    private Shown() {}

    static String quoted(String value) {
        if (value.codePointCount(0, value.length()) <= LONGEST) {
            return TextNode.valueOf(value).toString();
        }
        String start = value.substring(0, value.offsetByCodePoints(0, LONGEST));
        return "%s… (%d characters)".formatted(TextNode.valueOf(start), value.length());
    }
}
