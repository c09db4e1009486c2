package io.terralake.cosmos;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a container's items is indexed: queries are cheap by what is, writes are cheap by what is not.
 *
 * @param included paths such as {@code /Brand/?}, and {@code /*} for all; @default all
 * @param excluded paths, among them {@code /*} when {@code included} does not have it; @default none
 * @param composite lists of 2 to 8 paths that queries sort by together, up to 100 lists; @default none: queries sort by one property
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/index-policy">Indexing policies in Azure Cosmos DB</a>
 */
@RecordBuilder
public record Indexing(
        @Nullable List<String> included,
        @Nullable List<String> excluded,
        @Nullable List<List<IndexedPath>> composite) {
    private static final String ALL = "/*";

    /** Azure Cosmos DB service quotas, limits for indexing. */
    private static final int MOST_COMPOSITE_PATHS = 8;

    private static final int MOST_COMPOSITES = 100;

    /** @throws IllegalArgumentException when a path does not start with a slash and end with {@code /?} or {@code /*}, the rest is left open, or a composite index has too few or too many paths */
    public Indexing {
        included = included == null ? List.of(ALL) : List.copyOf(included);
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
        composite = composite == null
                ? List.of()
                : composite.stream().map(List::copyOf).toList();
        included.forEach(Indexing::check);
        excluded.forEach(Indexing::check);
        if (included.contains(ALL) == excluded.contains(ALL)) {
            throw new IllegalArgumentException(
                    "indexing of all other paths is not said: \"/*\" must be in one of included %s and excluded %s"
                            .formatted(included, excluded));
        }
        checkComposite(composite);
    }

    private static void checkComposite(List<List<IndexedPath>> composite) {
        if (composite.size() > MOST_COMPOSITES) {
            throw new IllegalArgumentException(
                    "%d composite indexes are not allowed: %d at most".formatted(composite.size(), MOST_COMPOSITES));
        }
        for (List<IndexedPath> index : composite) {
            List<String> paths = index.stream().map(IndexedPath::path).toList();
            if (paths.size() < 2
                    || paths.size() > MOST_COMPOSITE_PATHS
                    || paths.stream().distinct().count() < paths.size()) {
                throw new IllegalArgumentException("composite index %s is not allowed: 2 to %d different paths"
                        .formatted(paths, MOST_COMPOSITE_PATHS));
            }
        }
    }

    public static IndexingBuilder builder() {
        return IndexingBuilder.builder();
    }

    private static void check(String path) {
        if (!path.startsWith("/") || !(path.endsWith("/?") || path.endsWith("/*"))) {
            throw new IllegalArgumentException(
                    "index path \"%s\" is not allowed: one such as /Brand/?, /\"Date listed\"/? or /Details/*"
                            .formatted(path));
        }
    }
}
