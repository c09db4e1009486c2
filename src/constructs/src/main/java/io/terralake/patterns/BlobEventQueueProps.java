package io.terralake.patterns;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import io.terralake.eventgrid.AdvancedFilter;
import io.terralake.eventgrid.ISystemTopic;
import io.terralake.eventgrid.RetryPolicy;
import io.terralake.storage.IStorageAccount;
import io.terralake.storage.Zone;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link BlobEventQueue}.
 *
 * @param zone the container that is watched
 * @param name what queue and subscription are called, such as {@code image-events}: 3 to 63 lower-case letters, digits and hyphens
 * @param path how the paths of blobs in the zone begin, such as {@code incoming/}; no wildcards; @default in any way
 * @param ending how their names end, such as {@code .json}; no wildcards; @default in any way
 * @param filters what else must hold; an empty list lets every event through, those of blobs without content too;
 *     @default {@link BlobEventQueue#WRITTEN}, that the blob is complete
 * @param topic the topic of the zone's account, which has one at most; @default one that is made here
 * @param queueAccount where the queue is; @default the zone's account
 * @param messageTimeToLive how long a message waits for a reader, in whole seconds; @default for ever
 * @param deadLetter the container of what could not be put into the queue, not the one that is watched;
 *     @default {@code <name>-dead-letter} beside the zone, in a lake that is made here
 * @param retryPolicy for how long Event Grid tries; @default 30 times in a day
 */
@RecordBuilder
public record BlobEventQueueProps(
        Zone zone,
        String name,
        @Nullable String path,
        @Nullable String ending,
        @Nullable List<AdvancedFilter> filters,
        @Nullable ISystemTopic topic,
        @Nullable IStorageAccount queueAccount,
        @Nullable Duration messageTimeToLive,
        @Nullable Zone deadLetter,
        @Nullable RetryPolicy retryPolicy) {

    public BlobEventQueueProps {
        filters = filters == null ? List.of(BlobEventQueue.WRITTEN) : RequiredFields.copy(filters);
    }

    public static BlobEventQueuePropsBuilder builder() {
        return BlobEventQueuePropsBuilder.builder();
    }
}
