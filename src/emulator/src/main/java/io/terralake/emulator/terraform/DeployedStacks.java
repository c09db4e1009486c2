package io.terralake.emulator.terraform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The stacks of an app, or some of them. What does not depend on each other is worked on at the same time.
 *
 * @param stacks by name
 * @param needs the names of what each depends on
 */
public record DeployedStacks(Map<String, DeployedStack> stacks, Map<String, List<String>> needs) {

    public DeployedStacks {
        stacks = Map.copyOf(stacks);
        needs = Map.copyOf(needs);
        if (!needs.keySet().equals(stacks.keySet())
                || !needs.values().stream().allMatch(stacks.keySet()::containsAll)) {
            throw new IllegalArgumentException(
                    "needs %s are not allowed: of each of %s, the names of some".formatted(needs, stacks.keySet()));
        }
    }

    /**
     * Deploys another version of the app over this one, which is deployed: each stack is planned and applied after what it depends on. Stacks
     * that the other version does not have are destroyed at last.
     *
     * @return what that did, whether wanted or not
     * @throws IllegalStateException when a stack of this one was not applied, or one cannot be planned, applied or destroyed
     */
    public Upgrade upgradeTo(DeployedStacks other) {
        stacks.values().forEach(stack -> {
            if (!stack.wasApplied()) {
                throw new IllegalStateException("nothing of %s is deployed: apply it first".formatted(stack.name()));
            }
            if (other.stacks.containsKey(stack.name())
                    && !other.stacks.get(stack.name()).isVersionOf(stack)) {
                throw new IllegalStateException("%s is in another workspace".formatted(stack.name()));
            }
        });
        Map<String, Plan> plans = new ConcurrentHashMap<>();
        other.inOrder(stack -> {
            plans.put(stack.name(), stack.plan());
            succeeds("apply", stack, stack.apply());
        });
        inReverse(stack -> {
            if (!other.stacks.containsKey(stack.name())) {
                plans.put(stack.name(), stack.planOfDestroy());
                succeeds("destroy", stack, stack.destroy());
            }
        });
        return new Upgrade(plans);
    }

    private static void succeeds(String command, DeployedStack stack, Run run) {
        if (run.exitCode() != 0) {
            throw new IllegalStateException(
                    "terraform %s of %s failed:%n%s".formatted(command, stack.name(), stack.why(run)));
        }
    }

    /** Does something with each stack, after it was done with all that the stack depends on. */
    void inOrder(Consumer<DeployedStack> work) {
        each(needs, work);
    }

    /** Does something with each stack, after it was done with all that depend on the stack. */
    void inReverse(Consumer<DeployedStack> work) {
        Map<String, List<String>> users = new HashMap<>();
        stacks.keySet().forEach(name -> users.put(name, new ArrayList<>()));
        needs.forEach((name, needed) -> needed.forEach(each -> users.get(each).add(name)));
        each(users, work);
    }

    private void each(Map<String, List<String>> after, Consumer<DeployedStack> work) {
        Map<String, CompletableFuture<Void>> done = new HashMap<>();
        stacks.keySet().forEach(name -> start(name, after, work, done));
        try {
            CompletableFuture.allOf(done.values().toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            // Stacks whose needs failed fail with what those failed with.
            done.values().stream()
                    .map(DeployedStacks::failure)
                    .filter(other -> other != null && other != e.getCause())
                    .distinct()
                    .forEach(e.getCause()::addSuppressed);
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static @Nullable Throwable failure(CompletableFuture<Void> done) {
        return done.handle((nothing, failure) -> failure instanceof CompletionException ? failure.getCause() : failure)
                .join();
    }

    private CompletableFuture<Void> start(
            String name,
            Map<String, List<String>> after,
            Consumer<DeployedStack> work,
            Map<String, CompletableFuture<Void>> done) {
        CompletableFuture<Void> started = done.get(name);
        if (started == null) {
            CompletableFuture<?>[] before = after.get(name).stream()
                    .map(each -> start(each, after, work, done))
                    .toArray(CompletableFuture[]::new);
            started = CompletableFuture.allOf(before)
                    .thenRunAsync(() -> work.accept(stacks.get(name)), task -> new Thread(task, name).start());
            done.put(name, started);
        }
        return started;
    }
}
