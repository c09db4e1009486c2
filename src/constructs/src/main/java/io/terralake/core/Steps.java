package io.terralake.core;

import java.util.ArrayList;
import java.util.List;

/** What is left to do when a stack is about to be synthesized, each step once; a step may add others. */
final class Steps {
    private final List<Runnable> pending = new ArrayList<>();

    void add(Runnable step) {
        pending.add(step);
    }

    /** @throws BrokenContractException when a step throws: what comes back through jsii has neither class nor trace */
    void run() {
        while (!pending.isEmpty()) {
            List<Runnable> now = List.copyOf(pending);
            pending.clear();
            now.forEach(step -> Contract.call(step, "run", step));
        }
    }
}
