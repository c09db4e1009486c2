package io.terralake.registration.input;

/** Given values in messages: on one line, of a bearable length, without anything that a terminal would obey. */
final class Shown {
    private static final int LONGEST = 200;

    private Shown() {}

    /** The value in quotes. */
    static String quoted(String value) {
        StringBuilder shown = new StringBuilder("\"");
        value.codePoints().limit(LONGEST).forEach(character -> append(shown, character));
        return value.codePointCount(0, value.length()) <= LONGEST
                ? shown.append('"').toString()
                : shown.append("…\" of %d characters".formatted(value.length())).toString();
    }

    /** A name as a part of a JSON pointer. */
    static String pointerPart(String name) {
        String quoted = quoted(name.replace("~", "~0").replace("/", "~1"));
        return quoted.substring(1, quoted.lastIndexOf('"'));
    }

    private static void append(StringBuilder shown, int character) {
        switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> shown.append("\\u%04x".formatted(character));
            default -> shown.appendCodePoint(character);
        }
    }
}
