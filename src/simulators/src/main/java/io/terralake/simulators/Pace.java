package io.terralake.simulators;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** When one thing after another is due, the first at once. What was late is caught up with. */
public final class Pace {
    private final DoubleSupplier pauses;
    private long due = System.nanoTime();

    /**
     * A pace.
     *
     * @param pauses seconds from one thing to the next
     */
    public Pace(DoubleSupplier pauses) {
        this.pauses = pauses;
    }

    /**
     * An even pace.
     *
     * @param perSecond how many things; 0 for as fast as possible
     * @return one that begins now
     */
    public static Pace even(double perSecond) {
        double pause = perSecond > 0 ? 1 / perSecond : 0;
        return new Pace(() -> pause);
    }

    /**
     * Waits until the next thing is due.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    public void await() throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        due += (long) (pauses.getAsDouble() * TimeUnit.SECONDS.toNanos(1));
    }
}
