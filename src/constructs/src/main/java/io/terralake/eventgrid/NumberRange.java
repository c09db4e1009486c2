package io.terralake.eventgrid;

/**
 * Numbers from one to another, both included.
 *
 * @param from the lowest
 * @param to the highest
 */
public record NumberRange(double from, double to) {

    /** @throws IllegalArgumentException when one is no number, or they are in the other order */
    public NumberRange {
        if (!(from <= to) || Double.isInfinite(from) || Double.isInfinite(to)) {
            throw new IllegalArgumentException(
                    "range from %s to %s is not allowed: two numbers, the lower one first".formatted(from, to));
        }
    }
}
