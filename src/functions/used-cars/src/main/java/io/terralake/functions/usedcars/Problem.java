package io.terralake.functions.usedcars;

/**
 * Problem details after <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>, without a type of its own.
 *
 * @param type {@code about:blank}
 * @param title the phrase of the status
 * @param status that of HTTP
 * @param detail what is wrong this time
 */
record Problem(String type, String title, int status, String detail) {

    Problem(Status status, String detail) {
        this("about:blank", status.phrase(), status.code(), detail);
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
