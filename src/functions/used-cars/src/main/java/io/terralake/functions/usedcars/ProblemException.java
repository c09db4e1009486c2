package io.terralake.functions.usedcars;

import io.terralake.functions.usedcars.Problem.Status;
import java.util.List;
import java.util.Map;

/** A request is answered with a problem; the message is what the caller reads. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER = "30";

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private ProblemException(Status status, String detail, Map<String, String> headers) {
        super(detail);
        this.problem = new Problem(status, detail);
        this.headers = headers;
    }

    static ProblemException badRequest(List<String> mistakes) {
        return new ProblemException(Status.BAD_REQUEST, String.join("; ", mistakes), Map.of());
    }

    static ProblemException unauthorized(String detail) {
        return new ProblemException(Status.UNAUTHORIZED, detail, Map.of("WWW-Authenticate", "Bearer"));
    }

    static ProblemException forbidden(String detail) {
        return new ProblemException(Status.FORBIDDEN, detail, Map.of());
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(Status.NOT_FOUND, detail, Map.of());
    }

    static ProblemException methodNotAllowed(String method, String allowed) {
        return new ProblemException(
                Status.METHOD_NOT_ALLOWED,
                "%s is not allowed: %s".formatted(method, allowed),
                Map.of("Allow", allowed));
    }

    static ProblemException unavailable(String detail) {
        return new ProblemException(Status.SERVICE_UNAVAILABLE, detail, Map.of("Retry-After", RETRY_AFTER));
    }

    static ProblemException failed() {
        return new ProblemException(Status.INTERNAL_SERVER_ERROR, "the request could not be answered", Map.of());
    }

    Response response() {
        return Response.json(problem.status(), "application/problem+json", problem)
                .with(headers);
    }
}
