package io.terralake.deployhook.arm;

/** ARM refused, or could not be reached. The message says why, and what to do where that is known. */
public final class ArmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status the HTTP status; 0 when there was no answer */
    public ArmException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Whether somebody else changed the resource meanwhile. */
    public boolean isConflict() {
        return status == 409 || status == 412;
    }
}
