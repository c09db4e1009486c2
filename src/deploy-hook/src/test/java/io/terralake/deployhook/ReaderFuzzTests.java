package io.terralake.deployhook;

import static org.assertj.core.api.Assertions.assertThat;

import edu.berkeley.cs.jqf.fuzz.ei.ZestGuidance;
import edu.berkeley.cs.jqf.fuzz.junit.GuidedFuzzing;
import edu.berkeley.cs.jqf.instrument.InstrumentingClassLoader;
import io.terralake.registration.testing.Requests;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.runner.Result;

/**
 * The readers get what nobody thought of: valid documents, changed so that they reach more of the readers' code each time, by
 * a fixed seed and within a bounded time.
 */
class ReaderFuzzTests {
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final long TRIALS = 5_000;
    private static final long SEED = 20_261_125;

    @TempDir
    Path folder;

    @BeforeAll
    static void beQuiet() {
        System.setProperty("jqf.ei.QUIET_MODE", "true");
    }

    @Test
    void declarations() throws Exception {
        survives("declarations", """
                {"version": 1, "stack": "dev-loans", "databases": [{"server": "sql-1.database.windows.net:1433",
                  "database": "loans", "migrations": "sql", "users": [{"name": "adf", "group": true,
                  "objectId": "11111111-2222-3333-4444-555555555555", "roles": ["db_datareader"],
                  "execute": ["[dbo].[usp_GetWatermark]"]}]}], "registrations": [{"request": "request.json"}],
                  "privateEndpointApprovals": [], "functionPackages": [{"app": "a", "file": "cars.zip"}]}""");
    }

    @Test
    void requests() throws Exception {
        survives("requests", Requests.BARE);
    }

    @Test
    void environment() throws Exception {
        survives("environment", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.abc_-9");
    }

    private void survives(String reader, String seed) throws Exception {
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        Files.writeString(seeds.resolve("valid"), seed + "\0");
        ZestGuidance guidance = new ZestGuidance(
                reader, LONGEST, TRIALS, folder.resolve("found").toFile(), seeds.toFile(), new Random(SEED));
        try (InstrumentingClassLoader loader = new InstrumentingClassLoader(
                System.getProperty("java.class.path").split(File.pathSeparator), new Others())) {
            Result result = GuidedFuzzing.run(
                    ReaderFuzz.class.getName(),
                    reader,
                    loader,
                    guidance,
                    new PrintStream(OutputStream.nullOutputStream()));
            assertThat(result.getFailures()).isEmpty();
            assertThat(guidance.getTotalCoverage().getNonZeroCount()).isGreaterThan(20);
        }
    }

    /** Everybody's classes but ours, so that only ours are watched. */
    private static final class Others extends ClassLoader {
        Others() {
            super(ReaderFuzzTests.class.getClassLoader());
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
