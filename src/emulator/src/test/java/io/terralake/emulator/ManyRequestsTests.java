package io.terralake.emulator;

import static io.terralake.emulator.Client.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyRequestsTests {
    private static final String PLACE = "{\"location\": \"westeurope\"}";
    private static final String THING = GROUP + "/providers/Contoso.Things/things/one";
    private static final int THREADS = 16;
    private static final int EACH = 20;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private EmulatorOptions options;

    @BeforeEach
    void options() {
        options = new EmulatorOptions(0, folder.resolve("azure.jsonl"), Set.of(), Duration.ZERO);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private <T> List<T> atOnce(int times, IntFunction<T> work) throws InterruptedException, ExecutionException {
        List<Future<T>> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int number = i;
            all.add(threads.submit(() -> work.apply(number)));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : all) {
            results.add(each.get());
        }
        return results;
    }

    @Test
    void noneIsLostAndTheFileSaysTheSame() throws Exception {
        Map<String, ObjectNode> there;
        try (Emulator azure = Emulator.start(options)) {
            Client client = new Client(azure);
            client.put(GROUP, PLACE);
            assertThat(atOnce(
                            THREADS * EACH,
                            i -> client.arm("PATCH", GROUP, "{\"tags\": {\"t%d\": \"1\"}}".formatted(i))
                                    .status()))
                    .containsOnly(200);
            assertThat(azure.resource(GROUP).orElseThrow().path("tags")).hasSize(THREADS * EACH);
            String[] methods = {"PUT", "PATCH", "GET", "DELETE", "PUT"};
            assertThat(atOnce(
                            THREADS * EACH,
                            i -> client.arm(methods[i % methods.length], THING, PLACE)
                                    .status()))
                    .containsAnyOf(200)
                    .isSubsetOf(200, 204, 404);
            client.put(THING, PLACE);
            there = azure.resources();
        }
        try (Emulator again = Emulator.start(options)) {
            assertThat(again.resources()).isEqualTo(there).hasSize(2);
        }
    }

    @Test
    void whatWasAnsweredBeforeTheEndIsKept() throws IOException, GeneralSecurityException, InterruptedException {
        Emulator azure = Emulator.start(options);
        Client client = new Client(azure);
        client.put(GROUP, PLACE);
        List<String> answered = Collections.synchronizedList(new ArrayList<>());
        AtomicBoolean ended = new AtomicBoolean();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            threads.execute(() -> {
                for (int j = 0; !ended.get(); j++) {
                    String id = "%s-%d-%d".formatted(THING, number, j);
                    try {
                        if (client.put(id, PLACE).status() == 200) {
                            answered.add(id);
                        }
                    } catch (UncheckedIOException e) {
                        // The emulator ended.
                        return;
                    }
                }
            });
        }
        while (answered.size() < THREADS) {
            Thread.sleep(10);
        }
        azure.close();
        ended.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        try (Emulator again = Emulator.start(options)) {
            assertThat(again.resources("Contoso.Things/things")).containsAll(answered);
        }
    }

    /** Starts an emulator and forgets it. */
    static final class Forgetful {
        private Forgetful() {}

        public static void main(String[] arguments) throws IOException, GeneralSecurityException {
            Emulator azure = Emulator.start(EmulatorOptions.defaults());
            System.out.println(new Client(azure).put(GROUP, PLACE).status());
        }
    }

    @Test
    void oneThatIsForgottenKeepsNoProcess() throws IOException, InterruptedException {
        Process process = Jvm.of(Forgetful.class).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(Jvm.output(process)).isEqualTo("200%n".formatted());
        } finally {
            process.destroy();
        }
    }
}
