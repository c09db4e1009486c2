package io.terralake.logic;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.azure.Limits;
import java.time.Duration;

/**
 * What is done when a service answers 408, 429 or 5xx, or does not. Without a policy the service tries four times more, with waits
 * that grow.
 *
 * @see <a href="https://learn.microsoft.com/azure/logic-apps/error-exception-handling#retry-policies">Handle errors: retry
 *     policies</a>
 * @see <a href="https://learn.microsoft.com/azure/logic-apps/logic-apps-limits-and-configuration#retry-policy-limits">Limits: retry
 *     policies</a>
 */
public final class RetryPolicy {
    private static final int MOST = 90;
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(1);

    private final ObjectNode json;

    private RetryPolicy(ObjectNode json) {
        this.json = json;
    }

    /** One try and no more, for what must not be done twice. */
    public static RetryPolicy none() {
        return new RetryPolicy(JsonNodeFactory.instance.objectNode().put("type", "none"));
    }

    /**
     * Tries with equal waits.
     *
     * @param count how many more, 1 to 90
     * @param interval 5 seconds to a day
     * @throws IllegalArgumentException when one is outside of its limits
     */
    public static RetryPolicy fixed(int count, Duration interval) {
        return new RetryPolicy(policy("fixed", count, interval));
    }

    /**
     * Tries with waits that grow, up to a most.
     *
     * @param count how many more, 1 to 90
     * @param interval what the waits grow from, 5 seconds to a day
     * @param longest the longest wait, not shorter than that, at most a day
     * @throws IllegalArgumentException when one is outside of its limits
     */
    public static RetryPolicy exponential(int count, Duration interval, Duration longest) {
        ObjectNode policy = policy("exponential", count, interval);
        check("longest interval", longest);
        if (longest.compareTo(interval) < 0) {
            throw new IllegalArgumentException(
                    "longest interval of %s is not allowed: not shorter than the interval, %s"
                            .formatted(longest, interval));
        }
        return new RetryPolicy(
                policy.put("minimumInterval", interval.toString()).put("maximumInterval", longest.toString()));
    }

    ObjectNode json() {
        return json.deepCopy();
    }

    private static ObjectNode policy(String type, int count, Duration interval) {
        Limits.check("number of retries", count, 1, MOST, "");
        check("interval", interval);
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("count", count)
                .put("interval", interval.toString());
    }

    private static void check(String what, Duration interval) {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "%s of %s is not allowed: %s to %s".formatted(what, interval, SHORTEST, LONGEST));
        }
    }
}
