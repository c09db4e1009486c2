package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How long an activity may take and how often it is tried.
 *
 * @param timeout up to 7 days; @default 1 hour
 * @param retries further tries after the first failed, 0 to 100; @default 2
 * @param retryInterval the wait before each further try, 30 seconds to a day; @default 1 minute
 * @param secureInput keeps the input out of the logs; @default false
 * @param secureOutput keeps the output out of the logs; @default false
 */
@RecordBuilder
public record ActivityPolicy(
        @Nullable Duration timeout,
        @Nullable Integer retries,
        @Nullable Duration retryInterval,
        @Nullable Boolean secureInput,
        @Nullable Boolean secureOutput) {

    /** How long an activity may take at most. */
    static final Duration LONGEST = Duration.ofDays(7);

    /** What holds where nobody says another: the pipeline's, else one hour, two further tries a minute apart. */
    public static final ActivityPolicy DEFAULT = new ActivityPolicy(null, null, null, null, null);

    public ActivityPolicy {
        timeout = timeout == null ? Duration.ofHours(1) : timeout;
        retries = Limits.check("retries", retries == null ? 2 : retries, 0, 100, "");
        retryInterval = retryInterval == null ? Duration.ofMinutes(1) : retryInterval;
        secureInput = secureInput != null && secureInput;
        secureOutput = secureOutput != null && secureOutput;
        Limits.check("timeout", seconds(timeout), 1, seconds(LONGEST), "seconds");
        Limits.check("retry interval", seconds(retryInterval), 30, 24 * 3600, "seconds");
    }

    /** More than fit are as wrong as they were. */
    private static int seconds(Duration duration) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, duration.toSeconds()));
    }

    public static ActivityPolicyBuilder builder() {
        return ActivityPolicyBuilder.builder();
    }

    /** The policy as the service wants it. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("timeout", TimeSpan.of(Objects.requireNonNull(timeout)))
                .put("retry", retries)
                .put(
                        "retryIntervalInSeconds",
                        Objects.requireNonNull(retryInterval).toSeconds())
                .put("secureOutput", secureOutput)
                .put("secureInput", secureInput);
    }
}
