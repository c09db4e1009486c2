package io.terralake.azure;

/** Limits that Azure sets to numbers. */
public final class Limits {
    private Limits() {}

    /**
     * Returns a value that is within its limits.
     *
     * @param what what the value is, such as {@code log retention}
     * @param unit its unit, such as {@code days}; empty for none
     * @throws IllegalArgumentException with the value and the limits
     */
    public static int check(String what, int value, int lowest, int highest, String unit) {
        if (value < lowest || value > highest) {
            String limits = highest == Integer.MAX_VALUE
                    ? "%d or more".formatted(lowest)
                    : "%d to %d".formatted(lowest, highest);
            throw new IllegalArgumentException("%s of %d is not allowed: %s %s"
                    .formatted(what, value, limits, unit)
                    .strip());
        }
        return value;
    }
}
