package io.terralake.assertions;

/**
 * A place where a value is not as expected.
 *
 * @param pointer JSON pointer to the place
 * @param message what was expected there, and what was found
 */
public record Mismatch(String pointer, String message) {
    @Override
    public String toString() {
        return (pointer.isEmpty() ? "(root)" : pointer) + ": " + message;
    }
}
