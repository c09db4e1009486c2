package io.terralake.deployhook.arm;

/** ARM refused, or could not be reached. The message says why, and what to do where that is known. */
public final class ArmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The HTTP status; 0 when there was no answer. */
    private final int status;

    /**
     * A refusal, or no answer at all.
     *
     * @param status the HTTP status; 0 when there was no answer
     * @param message why, and what to do where that is known
     */
    public ArmException(int status, String message) {
        super(message);
        this.status = status;
    }

    /**
     * Whether somebody else changed the resource meanwhile.
     *
     * @return true for the statuses 409 and 412
     */
    public boolean isConflict() {
        return status == 409 || status == 412;
    }
}
