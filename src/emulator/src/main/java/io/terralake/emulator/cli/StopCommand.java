package io.terralake.emulator.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ends an emulator that was started; its state file stays. */
@Command(name = "stop", description = "Ends an emulator that was started; its state file stays.")
final class StopCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 10;

    @Option(names = "--state", required = true, paramLabel = "<file>", description = "the one that it was started with")
    Path state = Path.of("");

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<Running> running = Running.of(state);
        Optional<ProcessHandle> process = running.flatMap(each -> ProcessHandle.of(each.pid()));
        if (process.isEmpty()) {
            spec.commandLine().getErr().println("no emulator with --state %s runs".formatted(state));
            return 1;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "process %d does not end".formatted(process.get().pid()), e);
        }
        // What nothing answered, as exec says it at its end.
        spec.commandLine().getErr().print(Files.readString(Running.log(state)));
        spec.commandLine().getErr().flush();
        Files.delete(Running.log(state));
        return 0;
    }
}
