package io.terralake.cosmos;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a container's items is indexed: queries are cheap by what is, writes are cheap by what is not.
 *
 * @param included paths such as {@code /Brand/?}, and {@code /*} for all; @default all
 * @param excluded paths, among them {@code /*} when {@code included} does not have it; @default none
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/index-policy">Indexing policies in Azure Cosmos DB</a>
 */
@RecordBuilder
public record Indexing(
        @Nullable List<String> included, @Nullable List<String> excluded) {
    private static final String ALL = "/*";

    /** @throws IllegalArgumentException when a path does not start with a slash and end with {@code /?} or {@code /*}, or the rest is left open */
    public Indexing {
        included = included == null ? List.of(ALL) : List.copyOf(included);
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
        included.forEach(Indexing::check);
        excluded.forEach(Indexing::check);
        if (included.contains(ALL) == excluded.contains(ALL)) {
            throw new IllegalArgumentException(
                    "indexing of all other paths is not said: \"/*\" must be in one of included %s and excluded %s"
                            .formatted(included, excluded));
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
