package io.terralake.functions.mlworkspaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request that is carried out after its answer.
 *
 * @param id a GUID
 * @param caller object id of who may ask for it
 * @param timestamp that of the versions
 * @param body as it came
 * @param report what became of it; null until it is over
 * @param refusal why nothing was done; null unless what it asks for is not allowed any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Accepted(
        String id,
        String caller,
        String timestamp,
        String body,
        @Nullable Report report,
        @Nullable String refusal) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    boolean isOver() {
        return report != null || refusal != null;
    }

    Instant time() {
        return Instant.parse(timestamp);
    }

    Accepted with(Report result) {
        return new Accepted(id, caller, timestamp, body, result, null);
    }

    Accepted refused(String why) {
        return new Accepted(id, caller, timestamp, body, null, why);
    }
}
