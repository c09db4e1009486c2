package io.terralake.registration;

import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Measures a registration of 100 datasets in 10 workspaces against an ARM that takes 50 ms for each call. */
final class RegistrationBenchmark {
    private static final int WORKSPACES = 10;
    private static final int DATASETS = 100;
    private static final int LATENCY = 50;

    private RegistrationBenchmark() {}

    public static void main(String[] arguments) {
        List<String> names = IntStream.range(0, WORKSPACES)
                .mapToObj("workspace%d"::formatted)
                .toList();
        for (int bound : new int[] {1, Registration.Options.BOUND, 64}) {
            try (UnsteadyArm arm = new UnsteadyArm(names.toArray(String[]::new))) {
                // Connections and classes are made by a first, quick run.
                measure(arm, names, bound, 1, 0, "warm-up");
                measure(arm, names, bound, DATASETS, LATENCY, "first run");
                measure(arm, names, bound, DATASETS, LATENCY, "second run, nothing changed");
            }
        }
    }

    private static void measure(
            UnsteadyArm arm, List<String> names, int bound, int datasets, int latency, String what) {
        arm.latency(latency);
        arm.forgetCalls();
        RegistrationRequest request = Requests.read(Requests.many(names, datasets));
        long start = System.nanoTime();
        boolean failed = new Registration(arm.connect(), new Registration.Options(bound, false, false))
                .run(request, new AllowList(names), Instant.now(), () -> {}).stream()
                        .anyMatch(item -> item.failed());
        double seconds = (System.nanoTime() - start) / 1e9;
        List<String> calls = arm.calls();
        long writes = calls.stream().filter(call -> call.startsWith("PUT")).count();
        double ideal = calls.size() * latency / 1e3 / bound;
        if (latency > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "bound %d, %s: %.1f s, %d reads, %d writes, %.2f of latency x calls / bound%s%n",
                    bound,
                    what,
                    seconds,
                    calls.size() - writes,
                    writes,
                    seconds / ideal,
                    failed ? ", FAILED" : "");
        }
    }
}
