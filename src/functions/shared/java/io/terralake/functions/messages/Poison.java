package io.terralake.functions.messages;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Messages of the poison queue: {@code {"reason": …, "message": …}}, where the message is the original one, as text. */
public final class Poison {
    /** As many reasons as somebody reads; of more it is said that there are more. */
    public static final int MOST_REASONS = 10;

    /** A message of a queue holds 64 KiB (Azure, limits of Queue Storage), which is 48 KiB before it is encoded as base64. */
    private static final int LONGEST = 48 << 10;

    /** Characters, each of which may take six when it is written. */
    private static final int LONGEST_REASON = 4 << 10;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Poison() {}

    /**
     * A message for the poison queue.
     *
     * @param reasons what is wrong, at least one
     * @param message as it was
     * @return JSON that fits into a message
     */
    public static String text(List<String> reasons, String message) {
        String all = String.join("; ", reasons.subList(0, Math.min(reasons.size(), MOST_REASONS)));
        ObjectNode poison = MAPPER.createObjectNode()
                .put("reason", cut(reasons.size() > MOST_REASONS ? all + "; and more" : all, LONGEST_REASON))
                .put("message", message);
        while (poison.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            // No event that Event Grid writes is near that.
            String kept = poison.path("message").asText();
            poison.put("message", cut(kept, kept.length() / 2));
        }
        return poison.toString();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
