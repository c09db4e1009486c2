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

    /** In one line: {@code <file>#<pointer>: <message>: <value>}. */
    @Override
    public String toString() {
        return "%s#%s: %s%s".formatted(file, pointer, message, value.isEmpty() ? "" : ": " + value);
    }
}
