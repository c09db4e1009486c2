package io.terralake.functions.messages;

/** Input that will never be right. The message is the reason that goes to the poison queue; it holds nothing secret. */
public final class RejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param reason what is wrong, the given value, what is allowed
     */
    public RejectedException(String reason) {
        super(reason);
    }
}
