package io.terralake.eventgrid;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * For how long Event Grid tries to deliver an event, with waits that grow from 10 seconds to hours. Whichever limit is reached first ends it.
 *
 * @param attempts how often it tries, 1 to 30; @default 30
 * @param timeToLive for how long it tries, 1 minute to 1 day in whole minutes; @default 1 day
 * @see <a href="https://learn.microsoft.com/azure/event-grid/delivery-and-retry#retry-schedule">Event Grid message delivery and
 *     retry</a>
 */
@RecordBuilder
public record RetryPolicy(
        @Nullable Integer attempts, @Nullable Duration timeToLive) {
    private static final Duration LONGEST = Duration.ofDays(1);

    /** @throws IllegalArgumentException when one is outside of its limits */
    public RetryPolicy {
        attempts = Limits.check("number of delivery attempts", attempts == null ? 30 : attempts, 1, 30, "");
        timeToLive = timeToLive == null ? LONGEST : timeToLive;
        if (timeToLive.compareTo(Duration.ofMinutes(1)) < 0
                || timeToLive.compareTo(LONGEST) > 0
                || !timeToLive.equals(Duration.ofMinutes(timeToLive.toMinutes()))) {
            throw new IllegalArgumentException(
                    "event time to live %s is not allowed: PT1M to PT24H, in whole minutes".formatted(timeToLive));
        }
    }

    public static RetryPolicyBuilder builder() {
        return RetryPolicyBuilder.builder();
    }
}
