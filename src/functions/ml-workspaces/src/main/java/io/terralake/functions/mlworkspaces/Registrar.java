package io.terralake.functions.mlworkspaces;

import io.terralake.functions.http.ProblemException;
import io.terralake.registration.Registration;
import io.terralake.registration.arm.Arm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Carries requests out, as far as they are allowed. */
public final class Registrar {
    /**
     * ARM takes 200 writes of an identity at once and 10 more each second (Azure, how Azure Resource Manager throttles requests): so many
     * are done in 17 minutes, and a function has half an hour.
     */
    static final int MOST_ITEMS = 10_000;

    private static final Registration.Options OPTIONS =
            new Registration.Options(Registration.Options.BOUND, false, false);

    private final Targets targets;
    private final Arm arm;
    private final UnaryOperator<String> redact;

    /**
     * Prepares; nothing is sent yet.
     *
     * @param targets where callers may register
     * @param arm where workspaces are
     * @param redact takes secrets out of texts of others
     */
    public Registrar(Targets targets, Arm arm, UnaryOperator<String> redact) {
        this.targets = targets;
        this.arm = arm;
        this.redact = redact;
    }

    /**
     * How many items a request has.
     *
     * @throws ProblemException when it asks for what is not allowed, or too much
     */
    int check(Submission submission) {
        targets.check(submission);
        int workspaces = targets.workspaces().workspacesOf(submission.request()).size();
        long items = (long) workspaces
                * (submission.request().datastores().size()
                        + submission.request().datasets().size());
        if (items > MOST_ITEMS) {
            throw ProblemException.badRequest(List.of(
                    "the body asks for %d items, one for each datastore and dataset in each workspace: at most %d are allowed"
                            .formatted(items, MOST_ITEMS)));
        }
        return (int) items;
    }

    /**
     * Carries a request out to its end.
     *
     * @throws CancellationException when the thread is interrupted
     */
    Report run(Submission submission, Instant time) {
        return new Report(
                time.toString(),
                new Registration(arm, OPTIONS)
                        .run(submission.request(), targets.workspaces(), time, () -> {}).stream()
                                .map(item -> item.with(redact))
                                .toList());
    }

    /** The same, for no longer than a time; empty when it would take longer. */
    Optional<Report> run(Submission submission, Instant time, Duration longest) {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<Report> running = thread.submit(() -> run(submission, time));
        try {
            return Optional.of(running.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            thread.shutdownNow();
        }
    }
}
