package io.terralake.assertions;

import java.util.List;
import java.util.stream.Stream;

/** What a {@link Matcher} says of a value: where it differs, and what its {@link Capture}s saw in it. */
public final class MatchResult {
    private static final MatchResult SUCCESS = new MatchResult(List.of(), List.of());

    private final List<Mismatch> mismatches;
    private final List<Runnable> captures;

    private MatchResult(List<Mismatch> mismatches, List<Runnable> captures) {
        this.mismatches = mismatches;
        this.captures = captures;
    }

    /** The value matches. */
    public static MatchResult success() {
        return SUCCESS;
    }

    /**
     * The value does not match.
     *
     * @param pointer the place of the value
     * @param message what was expected there, and what was found
     */
    public static MatchResult mismatch(String pointer, String message) {
        return new MatchResult(List.of(new Mismatch(pointer, message)), List.of());
    }

    /** The value matches; the capture runs when all around it does as well. */
    static MatchResult capturing(Runnable capture) {
        return new MatchResult(List.of(), List.of(capture));
    }

    /** Both: this result and that of another part of the value. */
    public MatchResult and(MatchResult other) {
        return new MatchResult(joined(mismatches, other.mismatches), joined(captures, other.captures));
    }

    /** Whether the value matches. */
    public boolean matches() {
        return mismatches.isEmpty();
    }

    /** Where the value differs; empty when it matches. */
    public List<Mismatch> mismatches() {
        return mismatches;
    }

    /** Gives the captures what they saw. Only for who knows that the whole matches. */
    void keepCaptures() {
        captures.forEach(Runnable::run);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
