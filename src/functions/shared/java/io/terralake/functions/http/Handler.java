package io.terralake.functions.http;

import java.lang.System.Logger.Level;
import java.util.List;

/** Answers requests. */
@FunctionalInterface
public interface Handler {
    /** Answers that there is nothing. */
    Handler NOTHING = request -> {
        throw ProblemException.notFound(
                "there is no %s".formatted(request.address().getRawPath()));
    };

    /** Answers that the address is none, whoever finds that out. */
    Handler MALFORMED = request -> {
        throw ProblemException.badRequest(List.of("the address has characters that must be encoded"));
    };

    /**
     * Answers a request.
     *
     * @param request any
     * @return the answer
     */
    Response handle(Request request);

    /**
     * What answers with a problem when this one throws. What a caller need not know goes to the log.
     *
     * @return one that throws nothing
     */
    default Handler guarded() {
        return request -> {
            System.Logger log = System.getLogger(Handler.class.getName());
            try {
                return handle(request);
            } catch (ProblemException e) {
                if (e.getCause() != null) {
                    log.log(Level.ERROR, e.getCause().getMessage(), e.getCause());
                }
                return e.response();
            } catch (RuntimeException e) {
                log.log(Level.ERROR, request.address().getRawPath(), e);
                return ProblemException.failed().response();
            }
        };
    }

    /**
     * One that only answers to callers with a role.
     *
     * @param role that of the application
     * @return answers 401 when App Service names no caller, 403 when the caller has not the role
     */
    default Handler forRole(String role) {
        return request -> {
            Caller.of(request).require(role);
            return handle(request);
        };
    }
}
