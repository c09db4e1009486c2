package io.terralake.input;

import java.util.List;

/** What a user gave cannot be used, and nothing was done. The message says what and what would be right, a line for each problem. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A mistake of the user's.
     *
     * @param message what was given and what would be right
     */
    public InputException(String message) {
        super(message);
    }

    /**
     * Mistakes of the user's.
     *
     * @param problems what was given and what would be right, one problem each
     */
    public InputException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
