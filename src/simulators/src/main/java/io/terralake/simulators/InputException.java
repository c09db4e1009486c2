package io.terralake.simulators;

/** What a user gave cannot be used. The message says what and what would be right. */
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
}
