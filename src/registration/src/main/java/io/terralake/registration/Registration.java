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
import java.util.concurrent.CompletableFuture;
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
     * @throws BadInputException when it names a workspace that is not allowed, before anything is done
     */
    public List<Item> run(RegistrationRequest request, AllowList allowed, Instant now, Runnable done) {
        List<Workspace> workspaces = allowed.workspacesOf(request);
        ExecutorService pool = Executors.newFixedThreadPool(options.bound());
        try {
            List<CompletableFuture<List<Item>>> running = workspaces.stream()
                    .map(workspace -> register(request, workspace, now, done, pool))
                    .toList();
            return running.stream().flatMap(items -> items.join().stream()).toList();
        } finally {
            pool.shutdown();
        }
    }

    private CompletableFuture<List<Item>> register(
            RegistrationRequest request, Workspace workspace, Instant now, Runnable done, ExecutorService pool) {
        Datastores datastores = new Datastores(arm, options.dryRun());
        Datasets datasets = new Datasets(arm, options, now);
        return CompletableFuture.supplyAsync(
                        () -> attempt(workspace, "workspace", workspace.name(), () -> exists(workspace)), pool)
                .thenCompose(found -> {
                    if (found.failed()) {
                        return CompletableFuture.completedFuture(allFailed(request, workspace, found, done));
                    }
                    // Datasets need their datastores.
                    return all(request.datastores().stream()
                                    .map(store -> later(
                                            pool,
                                            done,
                                            () -> attempt(
                                                    workspace,
                                                    "datastore",
                                                    store.name(),
                                                    () -> datastores.register(workspace, store)))))
                            .thenCompose(stores -> all(request.datasets().stream()
                                            .map(set -> later(
                                                    pool,
                                                    done,
                                                    () -> attempt(
                                                            workspace,
                                                            "dataset",
                                                            set.name(),
                                                            () -> datasets.register(workspace, set)))))
                                    .thenApply(sets -> Stream.concat(stores.stream(), sets.stream())
                                            .toList()));
                });
    }

    private Item exists(Workspace workspace) {
        if (arm.get(workspace.id(), Datastores.API_VERSION).isEmpty()) {
            throw new ArmException(404, "there is no workspace " + workspace.id());
        }
        return new Item(workspace.name(), "workspace", workspace.name(), Outcome.UNCHANGED, null);
    }

    private static List<Item> allFailed(RegistrationRequest request, Workspace workspace, Item why, Runnable done) {
        List<Item> items = new ArrayList<>();
        request.datastores()
                .forEach(store ->
                        items.add(new Item(workspace.name(), "datastore", store.name(), Outcome.FAILED, why.detail())));
        request.datasets()
                .forEach(set ->
                        items.add(new Item(workspace.name(), "dataset", set.name(), Outcome.FAILED, why.detail())));
        items.forEach(item -> done.run());
        return items;
    }

    private static Item attempt(Workspace workspace, String kind, String name, Supplier<Item> work) {
        try {
            return work.get();
        } catch (ArmException e) {
            return new Item(workspace.name(), kind, name, Outcome.FAILED, e.getMessage());
        } catch (RuntimeException e) {
            return new Item(workspace.name(), kind, name, Outcome.FAILED, "unexpected: " + e);
        }
    }

    private static CompletableFuture<Item> later(ExecutorService pool, Runnable done, Supplier<Item> work) {
        return CompletableFuture.supplyAsync(work, pool).thenApply(item -> {
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
