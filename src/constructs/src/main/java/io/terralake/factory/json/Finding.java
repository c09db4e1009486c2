package io.terralake.factory.json;

/**
 * Something wrong in the JSON of a factory.
 *
 * @param file the file, from the folder that was read; empty for JSON that is in no file
 * @param pointer where in it, as a JSON pointer
 * @param value what stands there, shortened; empty for what is missing, and for what nobody should print
 * @param message what is wrong and what is right
 * @param warning whether a factory would take it all the same
 */
public record Finding(String file, String pointer, String value, String message, boolean warning) {

    /** In one line: {@code <file>#<pointer>: <message>: <value>}, without a value that the message has in it. */
    @Override
    public String toString() {
        String place = file.isEmpty() && pointer.isEmpty() ? "" : "%s#%s: ".formatted(file, pointer);
        return place + message + (isIn(message) ? "" : ": " + value);
    }

    /** The same, a warning marked as one. */
    public String line() {
        return (warning ? "warning: " : "") + this;
    }

    /** Of a number it would say little that its digits are there. */
    private boolean isIn(String text) {
        return value.isEmpty() || value.length() > 2 && text.contains(value);
    }
}
