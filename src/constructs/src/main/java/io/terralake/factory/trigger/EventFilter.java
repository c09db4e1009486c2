package io.terralake.factory.trigger;

import org.jspecify.annotations.Nullable;

/**
 * How names of events start or end. Event Grid compares them as they are.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/how-to-create-event-trigger">Storage event triggers</a>
 */
final class EventFilter {
    private EventFilter() {}

    /**
     * Refuses what no name would start or end with.
     *
     * @param filter null for none
     * @param example of what is allowed
     * @throws IllegalArgumentException when it is empty, or has a wildcard
     */
    static void check(String what, @Nullable String filter, String example) {
        if (filter != null && (filter.isEmpty() || filter.contains("*") || filter.contains("?"))) {
            throw new IllegalArgumentException(
                    "%s \"%s\" is not allowed: text without the wildcards * and ?, which events do not know, such as %s"
                            .formatted(what, filter, example));
        }
    }
}
