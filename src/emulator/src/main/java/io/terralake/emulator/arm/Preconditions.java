package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Guids;
import java.util.Optional;

/**
 * Versions of resources, and requests that are only meant for one of them.
 */
final class Preconditions {
    private static final int FAILED = 412;

    private Preconditions() {}

    /** The version of a resource. */
    static String etag(ObjectNode resource) {
        return "\"%s\"".formatted(Guids.of(resource.toString()));
    }

    /** The refusal of a request that is meant for another version than the one that is there. */
    static Optional<Reply> failed(Request request, Optional<ObjectNode> there) {
        String match = request.header("if-match");
        String noneMatch = request.header("if-none-match");
        boolean stale = !match.isEmpty() && (there.isEmpty() || !match.equals("*") && !match.equals(etag(there.get())));
        boolean exists = noneMatch.equals("*") && there.isPresent();
        return stale || exists
                ? Optional.of(Reply.error(
                        FAILED,
                        "PreconditionFailed",
                        "The condition '%s' is not met.".formatted(stale ? match : noneMatch)))
                : Optional.empty();
    }
}
