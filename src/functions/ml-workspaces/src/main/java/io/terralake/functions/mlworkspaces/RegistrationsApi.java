package io.terralake.functions.mlworkspaces;

import io.terralake.functions.http.Caller;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.ProblemException;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import io.terralake.functions.messages.UnavailableException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * {@code POST /send_data} registers datasets, and answers with what became of each. What takes longer than a gateway waits is accepted, and
 * {@code GET /send_data/<id>} says how it went.
 */
public final class RegistrationsApi implements Handler {
    /** The role that callers need. */
    public static final String ROLE = "Datasets.Register";

    /** Of a body, in bytes. */
    static final int LARGEST = 1 << 20;

    /** What ARM takes of an identity within {@link #LONGEST}: 200 writes at once, 10 more each second. */
    static final int MOST_AT_ONCE = 2_000;

    /** Azure's load balancer waits 230 seconds for an answer (Azure, function app timeout duration). */
    public static final Duration LONGEST = Duration.ofSeconds(200);

    private static final int MULTI_STATUS = 207;
    private static final int ACCEPTED = 202;
    private static final String RETRY_AFTER = "5";
    private static final Set<String> TYPES = Set.of("application/json");

    /** After <a href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240</a>. */
    private static final Pattern ASYNC = Pattern.compile("(?i)(.*,)?\\s*respond-async\\s*([,;].*)?");

    private final Registrar registrar;
    private final AcceptedRequests requests;
    private final Consumer<String> queue;
    private final InstantSource clock;
    private final Duration longest;

    /**
     * What answers.
     *
     * @param registrar carries requests out
     * @param requests keeps what is accepted
     * @param queue gets the id of what is accepted
     * @param clock tells the time of versions
     * @param longest how long an answer may take
     */
    public RegistrationsApi(
            Registrar registrar,
            AcceptedRequests requests,
            Consumer<String> queue,
            InstantSource clock,
            Duration longest) {
        this.registrar = registrar;
        this.requests = requests;
        this.queue = queue;
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    public Response handle(Request request) {
        try {
            List<String> path = request.path();
            return path.size() == 1 ? register(request) : state(request, path.get(path.size() - 1));
        } catch (UnavailableException e) {
            throw ProblemException.unavailable("requests cannot be accepted or looked up just now", e);
        }
    }

    private Response register(Request request) {
        request.requireMethod("POST");
        request.requireJson(TYPES);
        request.requireAtMost(LARGEST);
        String caller = Caller.of(request).requireId();
        Submission submission = Submission.read(request.body());
        int items = registrar.check(submission);
        Accepted accepted = new Accepted(
                UUID.randomUUID().toString(),
                caller,
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString(),
                request.body(),
                null,
                null);
        boolean later = items > MOST_AT_ONCE
                || ASYNC.matcher(request.headers().getOrDefault("Prefer", "")).matches();
        Optional<Report> report = later ? Optional.empty() : registrar.run(submission, accepted.time(), longest);
        return report.map(RegistrationsApi::answer).orElseGet(() -> accept(request, accepted));
    }

    /** Whoever carries it out goes on where the time was over. */
    private Response accept(Request request, Accepted accepted) {
        requests.put(accepted);
        queue.accept(accepted.id());
        return running(request, accepted.id());
    }

    private Response state(Request request, String id) {
        request.requireMethod("GET");
        String caller = Caller.of(request).requireId();
        Accepted found = Optional.of(id)
                .filter(Accepted::isId)
                .flatMap(requests::find)
                // Whether there is one is nobody else's business.
                .filter(accepted -> accepted.caller().equals(caller))
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no %s of yours".formatted(request.address().getRawPath())));
        if (found.refusal() != null) {
            throw ProblemException.forbidden(found.refusal(), List.of());
        }
        return found.report() == null ? running(request, id) : answer(found.report());
    }

    private static Response answer(Report report) {
        return Response.json(report.succeeded() ? Response.OK : MULTI_STATUS, report);
    }

    private static Response running(Request request, String id) {
        return Response.json(ACCEPTED, Map.of("id", id))
                .with(Map.of(
                        "Location",
                        request.address().resolve("/send_data/" + id).toString(),
                        "Retry-After",
                        RETRY_AFTER));
    }

    /**
     * One that is made when a caller with the role asks for it: settings that are wrong are no business of others.
     *
     * @param api makes it
     * @return answers 401 without a caller, 403 without the role
     */
    public static Handler guarded(Supplier<RegistrationsApi> api) {
        return ((Handler) request -> api.get().handle(request)).forRole(ROLE).guarded();
    }
}
