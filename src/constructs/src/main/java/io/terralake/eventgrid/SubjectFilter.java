package io.terralake.eventgrid;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.storage.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Which subjects of events are delivered. Event Grid knows no wildcards.
 *
 * @param beginsWith how they begin; @default in any way
 * @param endsWith how they end, such as {@code .json}; @default in any way
 * @param caseSensitive whether {@code .json} is another ending than {@code .JSON}; @default false
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-filtering#subject-filtering">Subject filtering</a>
 */
@RecordBuilder
public record SubjectFilter(
        @Nullable String beginsWith,
        @Nullable String endsWith,
        @Nullable Boolean caseSensitive) {

    /** @throws IllegalArgumentException when there is neither a beginning nor an ending, or one has a wildcard */
    public SubjectFilter {
        if (beginsWith == null && endsWith == null) {
            throw new IllegalArgumentException("a subject filter needs beginsWith or endsWith");
        }
        check("beginsWith", beginsWith);
        check("endsWith", endsWith);
        caseSensitive = caseSensitive != null && caseSensitive;
    }

    public static SubjectFilterBuilder builder() {
        return SubjectFilterBuilder.builder();
    }

    /**
     * The blobs of a zone. The slash behind its name keeps zones out whose names begin alike.
     *
     * @param path how their paths in the zone begin; null for all
     * @param ending how they end, such as {@code .json}; null for all
     * @throws IllegalArgumentException when the path begins with a slash, as no path in a zone does, or one has a wildcard
     */
    public static SubjectFilter blobs(Zone zone, @Nullable String path, @Nullable String ending) {
        if (path != null && path.startsWith("/")) {
            throw new IllegalArgumentException(
                    "path \"%s\" is not allowed: no path in a zone begins with a slash".formatted(path));
        }
        return new SubjectFilter(
                "/blobServices/default/containers/%s/blobs/%s".formatted(zone.zoneName(), path == null ? "" : path),
                ending,
                null);
    }

    private static void check(String name, @Nullable String text) {
        if (text != null && (text.isEmpty() || text.contains("*"))) {
            throw new IllegalArgumentException(
                    "%s \"%s\" is not allowed: not empty, and without wildcards".formatted(name, text));
        }
    }
}
