package io.terralake.functions.usedcars;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Problem details after <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>, without a type of its own.
 *
 * @param type {@code about:blank}
 * @param title the phrase of the status
 * @param status that of HTTP
 * @param detail what is wrong this time
 * @param errors each parameter that is not allowed
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
        String type, String title, int status, @Nullable String detail, List<Mistake> errors) {

    /**
     * A parameter that is not allowed.
     *
     * @param parameter its name
     * @param detail the given value and what is allowed
     */
    record Mistake(String parameter, String detail) {}

    Problem(Status status, String detail, List<Mistake> errors) {
        this("about:blank", status.phrase(), status.code(), detail, errors);
    }

    /** The statuses of problems. */
    enum Status {
        BAD_REQUEST(400, "Bad Request"),
        UNAUTHORIZED(401, "Unauthorized"),
        FORBIDDEN(403, "Forbidden"),
        NOT_FOUND(404, "Not Found"),
        METHOD_NOT_ALLOWED(405, "Method Not Allowed"),
        INTERNAL_SERVER_ERROR(500, "Internal Server Error"),
        SERVICE_UNAVAILABLE(503, "Service Unavailable");

        private final int code;
        private final String phrase;

        Status(int code, String phrase) {
            this.code = code;
            this.phrase = phrase;
        }

        int code() {
            return code;
        }

        String phrase() {
            return phrase;
        }
    }
}
