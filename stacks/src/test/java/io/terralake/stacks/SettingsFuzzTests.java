package io.terralake.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import edu.berkeley.cs.jqf.fuzz.ei.ZestGuidance;
import edu.berkeley.cs.jqf.fuzz.junit.GuidedFuzzing;
import edu.berkeley.cs.jqf.instrument.InstrumentingClassLoader;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.runner.Result;
import org.junit.runner.notification.Failure;

/** The reader of settings gets changed files of prod, by a fixed seed and within a bounded time, as the deploy hook's readers do. */
class SettingsFuzzTests {
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final long TRIALS = 1_000;
    private static final long SEED = 20_261_125;

    @TempDir
    Path folder;

    @Test
    void letsNothingOutButWhatIsWrongWithThem() throws Exception {
        System.setProperty("jqf.ei.QUIET_MODE", "true");
        Files.createDirectories(Path.of("target", "fuzz"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("prod"), Files.readString(Path.of("environments", "prod.json")) + "\0");
        ZestGuidance guidance = new ZestGuidance(
                "settings", LONGEST, TRIALS, folder.resolve("found").toFile(), seeds.toFile(), new Random(SEED));
        try (InstrumentingClassLoader loader = new InstrumentingClassLoader(
                System.getProperty("java.class.path").split(File.pathSeparator), new Others())) {
            Result result = GuidedFuzzing.run(
                    SettingsFuzz.class.getName(),
                    "settings",
                    loader,
                    guidance,
                    new PrintStream(OutputStream.nullOutputStream()));
            assertThat(result.getFailures()).extracting(Failure::getTrace).isEmpty();
            assertThat(guidance.getTotalCoverage().getNonZeroCount()).isGreaterThan(20);
        }
    }

    /** Everybody's classes but ours, so that only ours are watched. */
    private static final class Others extends ClassLoader {
        Others() {
            super(SettingsFuzzTests.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.terralake.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }
}
