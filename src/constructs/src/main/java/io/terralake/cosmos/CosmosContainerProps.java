package io.terralake.cosmos;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.settings.RemovalPolicy;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link CosmosContainer}.
 *
 * @param database what it is in; may be in another stack
 * @param name its name, 1 to 255 characters
 * @param partitionKey the paths of what items are kept together by, such as {@code /Brand}: one, or up to three from coarse to fine;
 *     fixed at creation
 * @param indexing @default everything is indexed
 * @param timeToLive when items are deleted after they were last written, in whole seconds; @default never
 * @param uniqueKeys lists of paths that no two items of a partition have the same values of; fixed at creation; @default none
 * @param maxThroughput what it scales to, 1,000 to 1,000,000 request units a second in steps of 1,000, down to a tenth; @default
 *     none: the database has throughput, or the account is serverless
 * @param removalPolicy @default the environment's
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/concepts-limits">Azure Cosmos DB service quotas</a>
 */
@RecordBuilder
public record CosmosContainerProps(
        ICosmosDatabase database,
        String name,
        List<String> partitionKey,
        @Nullable Indexing indexing,
        @Nullable Duration timeToLive,
        @Nullable List<List<String>> uniqueKeys,
        @Nullable Integer maxThroughput,
        @Nullable RemovalPolicy removalPolicy) {
    private static final Pattern PATH = Pattern.compile("(/[^/\\p{Cntrl}]+)+");
    private static final int MOST_PARTITION_PATHS = 3;
    private static final int MOST_UNIQUE_KEYS = 10;
    private static final int MOST_UNIQUE_PATHS = 16;

    /** @throws IllegalArgumentException when Cosmos DB would not take the keys or the time to live */
    public CosmosContainerProps {
        partitionKey = partitionKey == null ? partitionKey : paths("partition key", partitionKey, MOST_PARTITION_PATHS);
        uniqueKeys = uniqueKeys == null
                ? List.of()
                : uniqueKeys.stream()
                        .map(key -> paths("unique key", key, MOST_UNIQUE_PATHS))
                        .toList();
        if (uniqueKeys.size() > MOST_UNIQUE_KEYS) {
            throw new IllegalArgumentException(
                    "%d unique keys are not allowed: %d at most".formatted(uniqueKeys.size(), MOST_UNIQUE_KEYS));
        }
        if (timeToLive != null
                && (timeToLive.toSeconds() < 1
                        || timeToLive.toSeconds() > Integer.MAX_VALUE
                        || timeToLive.getNano() != 0)) {
            throw new IllegalArgumentException(
                    "time to live %s is not allowed: whole seconds, 1 to %d".formatted(timeToLive, Integer.MAX_VALUE));
        }
    }

    public static CosmosContainerPropsBuilder builder() {
        return CosmosContainerPropsBuilder.builder();
    }

    private static List<String> paths(String what, List<String> paths, int most) {
        boolean wellFormed = paths.stream().allMatch(path -> PATH.matcher(path).matches());
        if (!wellFormed
                || paths.isEmpty()
                || paths.size() > most
                || paths.stream().distinct().count() < paths.size()) {
            throw new IllegalArgumentException(
                    "%s %s is not allowed: 1 to %d different paths such as /Brand or /address/city"
                            .formatted(what, paths, most));
        }
        return List.copyOf(paths);
    }
}
