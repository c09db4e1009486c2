package io.terralake.functions.usedcars;

import io.terralake.functions.usedcars.Problem.Mistake;
import io.terralake.functions.usedcars.Problem.Status;
import java.util.List;
import java.util.Map;

/** A request is answered with a problem; the message is what the caller reads. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER = "30";

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private ProblemException(Status status, String detail, List<Mistake> mistakes, Map<String, String> headers) {
        super(detail);
        this.problem = new Problem(status, detail, mistakes);
        this.headers = headers;
    }

    static ProblemException badRequest(List<Mistake> mistakes) {
        String detail = mistakes.size() == 1
                ? "a parameter is not allowed"
                : "%d parameters are not allowed".formatted(mistakes.size());
        return new ProblemException(Status.BAD_REQUEST, detail, mistakes, Map.of());
    }

    static ProblemException unauthorized(String detail) {
        return new ProblemException(Status.UNAUTHORIZED, detail, List.of(), Map.of("WWW-Authenticate", "Bearer"));
    }

    static ProblemException forbidden(String detail) {
        return new ProblemException(Status.FORBIDDEN, detail, List.of(), Map.of());
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(Status.NOT_FOUND, detail, List.of(), Map.of());
    }

    static ProblemException methodNotAllowed(String method, String allowed) {
        return new ProblemException(
                Status.METHOD_NOT_ALLOWED,
                "%s is not allowed: %s".formatted(method, allowed),
                List.of(),
                Map.of("Allow", allowed));
    }

    static ProblemException unavailable(String detail) {
        return new ProblemException(Status.SERVICE_UNAVAILABLE, detail, List.of(), Map.of("Retry-After", RETRY_AFTER));
    }

    static ProblemException failed() {
        return new ProblemException(
                Status.INTERNAL_SERVER_ERROR, "the request could not be answered", List.of(), Map.of());
    }

    Response response() {
        return Response.json(problem.status(), "application/problem+json", problem)
                .with(headers);
    }
}
