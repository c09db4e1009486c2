package io.terralake.core;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import io.terralake.policy.Policy;
import io.terralake.policy.PolicyViolationException;
import io.terralake.settings.InvalidSettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.JsiiEngine;

/**
 * Runs a CDKTF program so that it writes all stacks or none: it synthesizes into a folder of its own and moves the
 * result to the output folder at the end. CDKTF itself writes each stack before it looks at the next.
 */
public final class PlatformApp {
    private static final String DEFAULT_OUTDIR = "cdktf.out";
    private static final String JSII_TRACE = "@jsii/kernel";

    private PlatformApp() {}

    /**
     * What an app does, in two steps: reading goes on while CDKTF starts, which takes as long.
     *
     * @param <T> what is read
     */
    public interface Program<T> {
        /** Reads what the stacks are made from, without touching a construct. */
        T read() throws IOException;

        /** Adds the stacks. */
        void addStacks(App app, T input);

        /** What must hold for the stacks; by default all rules of the library. */
        default Policy policy() {
            return Policy.standard();
        }
    }

    /**
     * Synthesizes a program to the folder that the CDKTF CLI names, else to {@code cdktf.out}.
     *
     * @return the exit code: 0, or 1 after what is wrong was printed to standard error
     */
    public static int run(Program<?> program) {
        try {
            Path outdir = outdir(System.getenv("CDKTF_OUTDIR"));
            synth(program, outdir, Repository.from(outdir, Path.of("")));
            return 0;
        } catch (InvalidSettingsException
                | ConstructException
                | BrokenContractException
                | PolicyViolationException
                | IOException e) {
            System.err.println(e.getMessage());
        } catch (RuntimeException e) {
            System.err.println(messageFromJsii(e));
        }
        return 1;
    }

    /** @throws IOException when it is a file, or no path */
    static Path outdir(@Nullable String given) throws IOException {
        try {
            Path outdir = Path.of(given == null || given.isEmpty() ? DEFAULT_OUTDIR : given);
            if (Files.isRegularFile(outdir)) {
                throw new IOException("CDKTF_OUTDIR \"%s\" is a file, a folder is needed".formatted(given));
            }
            return outdir;
        } catch (InvalidPathException e) {
            throw new IOException("CDKTF_OUTDIR \"%s\" is no path: %s".formatted(given, e.getReason()), e);
        }
    }

    /**
     * Synthesizes a program. Its stacks look for the repository, with the state and what they upload, as from {@code cdktf.out}.
     *
     * @param outdir where the stacks go; it stays as it is when anything fails
     * @throws PolicyViolationException when a stack does not hold to the program's policy
     * @throws BrokenContractException when the program reads null, or its policy is null or cannot be made
     */
    public static <T> void synth(Program<T> program, Path outdir) throws IOException {
        synth(program, outdir, Repository.DEFAULT);
    }

    /** @param repository the way from a stack's folder to that of {@code cdktf.json} */
    static <T> void synth(Program<T> program, Path outdir, String repository) throws IOException {
        // First of all, because nothing else takes as long.
        CompletableFuture<JsiiEngine> jsii = CompletableFuture.supplyAsync(PlatformApp::startJsii);
        Staging staging = Staging.create();
        try {
            CompletableFuture<App> starting =
                    jsii.thenApplyAsync(engine -> start(engine, staging.folder(), repository));
            T input = whileStarting(starting, () -> read(program));
            Policy policy = whileStarting(starting, () -> Contract.ask(program, "policy", program::policy));
            App app = starting.join();
            program.addStacks(app, input);
            app.synth();
            staging.check(policy);
            staging.publish(outdir);
        } finally {
            staging.delete();
        }
    }

    private static JsiiEngine startJsii() {
        JsiiEngine jsii = JsiiEngine.getInstance();
        jsii.getClient();
        return jsii;
    }

    /** Lets CDKTF load, and azurerm, which every stack has. */
    private static App start(JsiiEngine jsii, Path staging, String repository) {
        App app = new App(AppConfig.builder()
                .outdir(staging.toString())
                .context(Map.of(Repository.CONTEXT, repository))
                .build());
        jsii.loadModule(com.hashicorp.cdktf.providers.azurerm.$Module.class);
        return app;
    }

    /** Does something; in case of failure nothing may write to the staging folder any more when it is deleted. */
    private static <R> R whileStarting(CompletableFuture<App> starting, Step<R> step) throws IOException {
        try {
            return step.run();
        } catch (IOException | RuntimeException e) {
            starting.handle((app, failure) -> app).join();
            throw e;
        }
    }

    /** What a program reads; what it throws says for itself what is wrong. */
    private static <T> T read(Program<T> program) throws IOException {
        T input = program.read();
        return Contract.ask(program, "read", () -> input);
    }

    /** Something that is done while CDKTF starts. */
    private interface Step<R> {
        R run() throws IOException;
    }

    /** What CDKTF said, without the traces that jsii appends; anything else is a defect and keeps its trace. */
    private static String messageFromJsii(RuntimeException e) {
        String message = String.valueOf(e.getMessage());
        int trace = message.indexOf(JSII_TRACE);
        if (trace < 0) {
            throw e;
        }
        return message.substring(0, trace).strip();
    }
}
