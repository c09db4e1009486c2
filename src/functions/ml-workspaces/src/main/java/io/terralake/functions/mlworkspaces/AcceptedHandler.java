package io.terralake.functions.mlworkspaces;

import io.terralake.functions.http.ProblemException;
import io.terralake.functions.messages.Poison;
import io.terralake.functions.messages.Shown;
import java.util.List;
import java.util.Optional;

/** Carries accepted requests out: each once, however often its message comes, and to its end when a process was killed. */
public final class AcceptedHandler {
    private final Registrar registrar;
    private final AcceptedRequests requests;

    /**
     * What carries out.
     *
     * @param registrar does it
     * @param requests knows what was asked for
     */
    public AcceptedHandler(Registrar registrar, AcceptedRequests requests) {
        this.registrar = registrar;
        this.requests = requests;
    }

    /**
     * Handles a message of the queue. When it throws, the message comes back.
     *
     * @param id of a request
     * @return what goes to the poison queue; empty when all is well
     */
    public Optional<String> handle(String id) {
        if (!Accepted.isId(id)) {
            return Optional.of(Poison.text(List.of("%s is no id of a request".formatted(Shown.quoted(id))), id));
        }
        Optional<Accepted> found = requests.find(id);
        if (found.isEmpty()) {
            return Optional.of(Poison.text(List.of("there is no request %s".formatted(id)), id));
        }
        found.filter(request -> !request.isOver()).map(this::carryOut).ifPresent(requests::put);
        return Optional.empty();
    }

    private Accepted carryOut(Accepted request) {
        try {
            Submission submission = Submission.read(request.body());
            registrar.check(submission);
            return request.with(registrar.run(submission, request.time()));
        } catch (ProblemException e) {
            // Settings changed since it was accepted.
            return request.refused(String.valueOf(e.getMessage()));
        }
    }
}
