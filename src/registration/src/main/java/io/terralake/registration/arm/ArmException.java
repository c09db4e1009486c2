package io.terralake.registration.arm;

import java.util.Locale;

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
     * A refusal, with what to do about it.
     *
     * @param status the HTTP status
     * @param said the code and the message of the answer
     * @param id what was asked for
     * @param advice of the program that asks
     */
    static ArmException refused(int status, String said, String id, Advice advice) {
        String role = id.toLowerCase(Locale.ROOT).contains("/microsoft.machinelearningservices/")
                ? "AzureML Data Scientist or Contributor"
                : "Contributor";
        String why = switch (status) {
            case 401 -> "the token was refused, it may have expired: %s (%s)".formatted(advice.login(), said);
            case 403 -> "not allowed: the role %s is needed (%s)".formatted(role, said);
            case 429 -> "ARM throttles, and did so until the last try: %s (%s)".formatted(advice.later(), said);
            default -> said;
        };
        return new ArmException(status, why);
    }

    /**
     * No answer at all.
     *
     * @param e what the client threw
     * @return an exception that says what its last cause says
     */
    public static ArmException unreachable(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return new ArmException(
                0,
                "no answer: %s%s"
                        .formatted(
                                cause.getClass().getSimpleName(),
                                cause.getMessage() == null ? "" : ": " + cause.getMessage()));
    }

    /**
     * Whether ARM may have done what it was asked for, and its answer was lost or told of a first try.
     *
     * @return true for conflicts, failures of ARM, and when there was no answer
     */
    public boolean isDoubtful() {
        return isConflict() || status == 0 || status >= 500;
    }

    /**
     * Whether there is no such thing.
     *
     * @return true for the status 404
     */
    public boolean isNotFound() {
        return status == 404;
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
