package io.terralake.registration;

import io.terralake.registration.RegistrationRequest.Workspace;
import io.terralake.registration.arm.Arm;
import io.terralake.registration.arm.ArmException;
import io.terralake.registration.input.BadInputException;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Registers datasets in workspaces: each datastore is created, updated or left alone, each dataset gets a version when its
 * path or type changed. Workspaces and datasets run at once, within a bound; one that fails stops no other.
 */
public final class Registration {
    private final Arm arm;
    private final Options options;

    /**
     * How to register.
     *
     * @param bound how many calls are under way at once, 1 to 64
     * @param newVersion whether every dataset gets a version, changed or not
     * @param dryRun whether nothing is written
     */
    public record Options(int bound, boolean newVersion, boolean dryRun) {
        /** The bound of a run that names none. */
        public static final int BOUND = 16;

        /**
         * Refuses a bound that is out of range.
         *
         * @param bound 1 to 64
         * @param newVersion true for a version in any case
         * @param dryRun true to write nothing
         * @throws IllegalArgumentException when the bound is out of range
         */
        public Options {
            if (bound < 1 || bound > 64) {
                throw new IllegalArgumentException("bound of %d is not allowed: 1 to 64".formatted(bound));
            }
        }
    }

    /**
     * Prepares; nothing is sent yet.
     *
     * @param arm where workspaces are read and written
     * @param options how to register
     */
    public Registration(Arm arm, Options options) {
        this.arm = arm;
        this.options = options;
    }

    /**
     * Carries a request out.
     *
     * @param request what to register
     * @param allowed the workspaces that it may name
     * @param now the time that every version of the run carries, in every workspace
     * @param done is called after each item
     * @return an item for each datastore and dataset in each workspace, in the order of the request
     * @throws CancellationException when the thread is interrupted: what has not begun does not begin
     * @throws BadInputException when it names a workspace that is not allowed, before anything is done
     */
    public List<Item> run(RegistrationRequest request, AllowList allowed, Instant now, Runnable done) {
        List<Workspace> workspaces = allowed.workspacesOf(request);
        ExecutorService pool = Executors.newFixedThreadPool(options.bound());
        try {
            List<CompletableFuture<List<Item>>> running = workspaces.stream()
                    .map(workspace -> register(request, workspace, now, done, pool))
                    .toList();
            List<Item> items = new ArrayList<>();
            for (CompletableFuture<List<Item>> one : running) {
                items.addAll(one.get());
            }
            return items;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private CompletableFuture<List<Item>> register(
            RegistrationRequest request, Workspace workspace, Instant now, Runnable done, ExecutorService pool) {
        return CompletableFuture.supplyAsync(() -> new Datastores(arm, workspace, options.dryRun()), pool)
                // Datasets need their datastores.
                .thenCompose(datastores -> all(request.datastores().stream()
                        .map(store -> later(
                                pool, done, workspace, "datastore", store.name(), () -> datastores.register(store)))))
                .thenCompose(stores -> {
                    Datasets datasets = new Datasets(arm, options, now);
                    return all(request.datasets().stream()
                                    .map(set -> later(
                                            pool,
                                            done,
                                            workspace,
                                            "dataset",
                                            set.name(),
                                            () -> datasets.register(workspace, set))))
                            .thenApply(sets -> Stream.concat(stores.stream(), sets.stream())
                                    .toList());
                })
                .exceptionally(e -> allFailed(request, workspace, why(e), done));
    }

    private static List<Item> allFailed(RegistrationRequest request, Workspace workspace, String why, Runnable done) {
        List<Item> items = Stream.concat(
                        request.datastores().stream().map(store -> failed(workspace, "datastore", store.name(), why)),
                        request.datasets().stream().map(set -> failed(workspace, "dataset", set.name(), why)))
                .toList();
        items.forEach(item -> done.run());
        return items;
    }

    private static Item failed(Workspace workspace, String kind, String name, String why) {
        return new Item(workspace.name(), kind, name, Outcome.FAILED, why);
    }

    private static String why(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof ArmException ? cause.getMessage() : "unexpected: " + cause;
    }

    private static CompletableFuture<Item> later(
            ExecutorService pool, Runnable done, Workspace workspace, String kind, String name, Supplier<Item> work) {
        return CompletableFuture.supplyAsync(work, pool)
                .exceptionally(e -> failed(workspace, kind, name, why(e)))
                .thenApply(item -> {
                    done.run();
                    return item;
                });
    }

    private static CompletableFuture<List<Item>> all(Stream<CompletableFuture<Item>> running) {
        List<CompletableFuture<Item>> items = running.toList();
        return CompletableFuture.allOf(items.toArray(CompletableFuture[]::new))
                .thenApply(
                        nothing -> items.stream().map(CompletableFuture::join).toList());
    }
}
