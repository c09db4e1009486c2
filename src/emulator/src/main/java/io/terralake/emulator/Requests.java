package io.terralake.emulator;

import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives each request to the service that it is for, one at a time. */
final class Requests {
    private static final int NOT_FOUND = 404;
    private final List<Service> services;
    private final List<Fault> faults = new ArrayList<>();
    private volatile Interceptor interceptor = (request, emulated) -> emulated.apply(request);
    private final Set<String> notEmulated = new LinkedHashSet<>();

    Requests(List<Service> services) {
        this.services = services;
    }

    Reply answer(Request request) {
        try {
            return interceptor.answer(request, this::atATime);
        } catch (RuntimeException | AssertionError e) {
            return failed(request, e);
        }
    }

    void intercept(Interceptor each) {
        interceptor = each;
    }

    private synchronized Reply atATime(Request request) {
        Optional<Fault> fault = fault(request);
        if (fault.isPresent() && !fault.get().after()) {
            return failed(fault.get());
        }
        Reply reply = emulated(request);
        return fault.map(Requests::failed).orElse(reply);
    }

    synchronized void inject(Fault fault) {
        faults.add(fault);
    }

    synchronized List<Fault> pendingFaults() {
        return List.copyOf(faults);
    }

    /** Takes down that a client wanted to go somewhere else. */
    synchronized void refused(String request) {
        notEmulated.add(request);
    }

    synchronized List<String> notEmulated() {
        return List.copyOf(notEmulated);
    }

    /** What is answered when nothing goes wrong on purpose. */
    synchronized Reply emulated(Request request) {
        try {
            for (Service service : services) {
                Optional<Reply> reply = service.answer(request);
                if (reply.isPresent()) {
                    return noted(request, reply.get());
                }
            }
        } catch (Request.MalformedJsonException e) {
            return Reply.error(
                    400, "InvalidRequestContent", "The request content was invalid: %s".formatted(e.getMessage()));
        } catch (RuntimeException e) {
            return failed(request, e);
        }
        return noted(
                request,
                Reply.error(
                        NOT_FOUND, "NotEmulated", "nothing emulates %s%s".formatted(request.host(), request.path())));
    }

    /** Says what is wrong with the emulator, with what stands between, or with a body of a shape that nobody thought of; a 501 is not tried again. */
    private synchronized Reply failed(Request request, Throwable e) {
        notEmulated.add("%s https://%s%s (%s)".formatted(request.method(), request.host(), request.path(), e));
        return Reply.error(
                501,
                "EmulatorFailed",
                "the emulator failed at %s %s: %s".formatted(request.method(), request.path(), e));
    }

    /** Takes down what nobody could answer, so that it is said at the end. */
    private Reply noted(Request request, Reply reply) {
        if (reply.status() == NOT_FOUND && new String(reply.body(), StandardCharsets.UTF_8).contains("NotEmulated")) {
            notEmulated.add("%s https://%s%s".formatted(request.method(), request.host(), request.path()));
        }
        return reply;
    }

    private Optional<Fault> fault(Request request) {
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.matches(request)) {
                if (fault.times() == 1) {
                    faults.remove(i);
                } else {
                    faults.set(i, fault.once());
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    private static Reply failed(Fault fault) {
        if (fault.status() == Fault.NO_ANSWER) {
            return Reply.none();
        }
        return Reply.error(fault.status(), "Injected", "a fault that was asked for")
                .with("Retry-After", "0");
    }
}
