package io.terralake.functions.usedcars;

/** The listings cannot be read just now. The message is for the operator: callers are told nothing of it. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A store that does not answer.
     *
     * @param message which one
     * @param cause what it said
     */
    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
