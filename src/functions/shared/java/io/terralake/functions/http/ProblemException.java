package io.terralake.functions.http;

import io.terralake.functions.http.Problem.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request is answered with a problem; the message is what the caller reads, a cause is for the operator. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER = "30";

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    private ProblemException(
            Status status,
            String detail,
            List<Mistake> mistakes,
            Map<String, String> headers,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.problem = new Problem(status, detail, mistakes);
        this.headers = headers;
    }

    private ProblemException(Status status, String detail, Map<String, String> headers) {
        this(status, detail, List.of(), headers, null);
    }

    /** 400, for parameters. */
    public static ProblemException badRequest(List<String> mistakes) {
        return new ProblemException(Status.BAD_REQUEST, String.join("; ", mistakes), Map.of());
    }

    /** 400, for a body. */
    public static ProblemException badRequest(String detail, List<Mistake> mistakes) {
        return new ProblemException(Status.BAD_REQUEST, detail, mistakes, Map.of(), null);
    }

    static ProblemException unauthorized(String detail) {
        return new ProblemException(Status.UNAUTHORIZED, detail, Map.of("WWW-Authenticate", "Bearer"));
    }

    static ProblemException forbidden(String detail) {
        return new ProblemException(Status.FORBIDDEN, detail, Map.of());
    }

    /** 403, for what a body asks for. */
    public static ProblemException forbidden(String detail, List<Mistake> mistakes) {
        return new ProblemException(Status.FORBIDDEN, detail, mistakes, Map.of(), null);
    }

    /** 404. */
    public static ProblemException notFound(String detail) {
        return new ProblemException(Status.NOT_FOUND, detail, Map.of());
    }

    static ProblemException methodNotAllowed(String method, String allowed) {
        return new ProblemException(
                Status.METHOD_NOT_ALLOWED,
                "%s is not allowed: %s".formatted(method, allowed),
                Map.of("Allow", allowed));
    }

    /** 413. */
    public static ProblemException tooLarge(String detail) {
        return new ProblemException(Status.CONTENT_TOO_LARGE, detail, Map.of());
    }

    /** 415. */
    public static ProblemException unsupported(String detail) {
        return new ProblemException(Status.UNSUPPORTED_MEDIA_TYPE, detail, Map.of());
    }

    /**
     * 503, with when to come again.
     *
     * @param detail what callers are told
     * @param cause what the log is told
     */
    public static ProblemException unavailable(String detail, Throwable cause) {
        return new ProblemException(
                Status.SERVICE_UNAVAILABLE, detail, List.of(), Map.of("Retry-After", RETRY_AFTER), cause);
    }

    static ProblemException failed() {
        return new ProblemException(Status.INTERNAL_SERVER_ERROR, "the request could not be answered", Map.of());
    }

    Response response() {
        return Response.json(problem.status(), "application/problem+json", problem)
                .with(headers);
    }
}
