package io.terralake.emulator.arm;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import java.util.Optional;

/** What every request must have. */
final class Requirements {
    private Requirements() {}

    static Optional<Reply> missing(Request request) {
        if (request.parameter("api-version").isEmpty()) {
            return Optional.of(Reply.error(
                    400,
                    "MissingApiVersionParameter",
                    "The api-version query parameter (?api-version=) is required for all requests."));
        }
        if (!request.key().equals("/subscriptions")
                && !request.key().startsWith("/subscriptions/")
                && !request.key().startsWith("/providers/")) {
            return Optional.of(Reply.error(
                    404,
                    "NotEmulated",
                    "no service of the emulator has %s %s".formatted(request.method(), request.path())));
        }
        return Optional.empty();
    }
}
