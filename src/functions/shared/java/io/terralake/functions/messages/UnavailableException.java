package io.terralake.functions.messages;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service that the function needs is not there just now. The message comes back later; nothing is lost. */
public final class UnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final @Nullable Duration retryAfter;

    private UnavailableException(
            String message, @Nullable Throwable cause, boolean passing, @Nullable Duration retryAfter) {
        super(message, cause);
        this.passing = passing;
        this.retryAfter = retryAfter;
    }

    /**
     * A failure that may be over in seconds, so that it is worth to try again at once.
     *
     * @param message which service, and what it said
     * @param cause what it threw, if it did
     */
    public static UnavailableException passing(String message, @Nullable Throwable cause) {
        return new UnavailableException(message, cause, true, null);
    }

    /**
     * A failure that may be over when the service says so.
     *
     * @param message which service, and what it said
     * @param retryAfter how long it wants to be left alone
     */
    public static UnavailableException until(String message, Duration retryAfter) {
        return new UnavailableException(message, null, true, retryAfter);
    }

    /**
     * A failure that somebody must mend: a right that is missing, a table that is not there.
     *
     * @param message which service, and what it said
     * @param cause what it threw, if it did
     */
    public static UnavailableException lasting(String message, @Nullable Throwable cause) {
        return new UnavailableException(message, cause, false, null);
    }

    /**
     * Whether it is worth to try again at once.
     *
     * @return false when somebody must mend something, or it takes long
     */
    public boolean isPassing() {
        return passing;
    }

    /**
     * How long the service wants to be left alone.
     *
     * @return empty when it does not say
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
