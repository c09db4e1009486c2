package io.terralake.functions.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * Problem details after <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>, without a type of its own.
 *
 * @param type {@code about:blank}
 * @param title the phrase of the status
 * @param status that of HTTP
 * @param detail what is wrong this time
 * @param errors what is wrong in the body, part by part; left out when there is nothing to tell
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String type, String title, int status, String detail, List<Mistake> errors) {

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
        CONTENT_TOO_LARGE(413, "Content Too Large"),
        UNSUPPORTED_MEDIA_TYPE(415, "Unsupported Media Type"),
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
