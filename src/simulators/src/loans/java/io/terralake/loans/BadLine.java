package io.terralake.loans;

/**
 * A line, or some lines that are one record, of which no loan can be made.
 *
 * @param first the number of the first line, from 1
 * @param last the number of the last line
 * @param withoutId whether it has no id, which a merge by id cannot leave out silently
 * @param reason what is wrong
 */
public record BadLine(long first, long last, boolean withoutId, String reason) {
    /**
     * A line whose id is known.
     *
     * @param line its number, from 1
     * @param reason what is wrong
     * @return the line
     */
    public static BadLine of(long line, String reason) {
        return new BadLine(line, line, false, reason);
    }

    @Override
    public String toString() {
        return (first == last
                ? "line %d: %s".formatted(first, reason)
                : "lines %d to %d: %s".formatted(first, last, reason));
    }
}
