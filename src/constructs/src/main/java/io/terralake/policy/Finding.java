package io.terralake.policy;

/**
 * Something that does not hold.
 *
 * @param rule the id of the rule
 * @param message what is wrong, the given value, what is allowed
 * @param path the path of the construct
 */
public record Finding(String rule, String message, String path) {
    /** The finding in a line. */
    @Override
    public String toString() {
        return "%s: %s (at %s)".formatted(rule, message, path);
    }
}
