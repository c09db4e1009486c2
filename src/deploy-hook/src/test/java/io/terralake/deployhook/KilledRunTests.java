package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.registration.AllowList;
import io.terralake.registration.Registration;
import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import io.terralake.registration.testing.Requests;
import io.terralake.registration.testing.UnsteadyArm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hook in a process of its own, killed with SIGKILL in the middle. */
class KilledRunTests {
    private static final int DATASETS = 40;

    @TempDir
    Path folder;

    @Test
    void aRerunEndsWhereARunThatWasNotKilledWouldHave() throws Exception {
        try (UnsteadyArm arm = new UnsteadyArm("ml-ws-1")) {
            String request = request();
            Process hook = start(arm, Files.writeString(folder.resolve("request.json"), request));
            arm.latency(20);
            while (arm.calls().stream().filter(call -> call.startsWith("PUT")).count() < 5) {
                assertThat(hook.isAlive())
                        .as(() -> "the hook ended early:\n" + read(folder.resolve("hook.log")))
                        .isTrue();
                TimeUnit.MILLISECONDS.sleep(5);
            }
            hook.destroyForcibly().waitFor();
            long done = versions(arm);
            assertThat(done).isLessThan(DATASETS);

            List<Item> rerun = new Registration(arm.connect(), new Registration.Options(8, false, false))
                    .run(Requests.read(request), new AllowList(List.of("ml-ws-1")), Instant.now(), () -> {});
            assertThat(rerun).noneMatch(Item::failed);
            assertThat(rerun.stream().filter(item -> item.outcome() == Outcome.UNCHANGED))
                    .hasSizeGreaterThanOrEqualTo((int) done);
            assertThat(versions(arm)).isEqualTo(DATASETS);
            assertThat(arm.violations()).isEmpty();
        }
    }

    private static long versions(UnsteadyArm arm) {
        return arm.state().keySet().stream()
                .filter(id -> id.endsWith("/versions/1"))
                .count();
    }

    private static String request() {
        return Requests.BARE.replace(
                "{\"dataset_name\": \"sales\", \"dataset_path\": \"sales/sales.csv\"}",
                IntStream.range(0, DATASETS)
                        .mapToObj("{\"dataset_name\": \"set%1$d\", \"dataset_path\": \"%1$d.csv\"}"::formatted)
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private Process start(UnsteadyArm arm, Path request) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arm.trusted(folder));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                DeployHook.class.getName(),
                "--request",
                request.toString(),
                "--allow-workspace",
                "ml-ws-1",
                "--bound",
                "2",
                "--arm-endpoint",
                arm.endpoint()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("hook.log").toFile());
        builder.environment().put("ARM_ACCESS_TOKEN", "a-token");
        return builder.start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
