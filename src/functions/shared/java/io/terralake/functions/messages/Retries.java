package io.terralake.functions.messages;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Tries again, a few times and within one invocation, what fails in passing. */
public final class Retries {
    /** Three more attempts within seven seconds; a service that asks for longer is obeyed up to half a minute. */
    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Pause pause;

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pause {
        /** Pauses in the way of this JVM. */
        Pause SLEEP = time -> Thread.sleep(time.toMillis());

        /**
         * Comes back later.
         *
         * @param time how much
         * @throws InterruptedException when the host ends the invocation
         */
        void pass(Duration time) throws InterruptedException;
    }

    /**
     * Retries after pauses.
     *
     * @param pause how to pause
     */
    public Retries(Pause pause) {
        this.pause = pause;
    }

    /**
     * Does something.
     *
     * @param attempt what throws {@link UnavailableException} when it failed
     * @return what the attempt gives
     * @throws UnavailableException that of the last attempt
     */
    public <T> T call(Supplier<T> attempt) {
        for (Duration wait : WAITS) {
            try {
                return attempt.get();
            } catch (UnavailableException e) {
                Duration asked = e.retryAfter().orElse(wait);
                if (!e.isPassing() || asked.compareTo(LONGEST) > 0) {
                    throw e;
                }
                pauseAfter(e, asked.compareTo(wait) < 0 ? wait : asked);
            }
        }
        return attempt.get();
    }

    private void pauseAfter(UnavailableException failure, Duration time) {
        try {
            pause.pass(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
