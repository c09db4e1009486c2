package io.terralake.emulator.cli;

import io.terralake.emulator.ForeignVariables;
import io.terralake.emulator.state.OwnerOnly;
import io.terralake.emulator.state.StateFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts an emulator that goes on after the command, and prints the variables by which providers come to it. */
@Command(
        name = "start",
        description = "Starts an emulator that goes on, and prints the variables that lead providers to it.")
final class StartCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int PAUSE_MILLIS = 50;

    @Mixin
    Options options = new Options();

    @Option(
            names = "--format",
            description = "shell for export lines, env for lines as GITHUB_ENV takes them; default: $${DEFAULT-VALUE}")
    Format format = Format.shell;

    @Spec
    CommandSpec spec;

    /** How variables are printed. */
    enum Format {
        shell,
        env
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.checked(spec);
        if (options.state == null) {
            throw new ParameterException(spec.commandLine(), "--state is missing: stop finds the emulator by it");
        }
        Path state = options.state.toAbsolutePath();
        Optional<Running> before = Running.of(state);
        if (before.isPresent()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "an emulator with --state %s runs already, process %d: stop it first"
                            .formatted(state, before.get().pid()));
        }
        Process process = started(state);
        print(await(process, state).environment());
        return 0;
    }

    private Process started(Path state) throws IOException {
        StateFile.checked(state);
        Path log = Running.log(state);
        OwnerOnly.create(log).close();
        // A pipe would be broken after us, and whoever reads what we print would wait for it.
        return new ProcessBuilder(command(state))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private List<String> command(Path state) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Most runs are over before a better compiler, or threads that collect garbage, are worth their own
                // time.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--state",
                state.toString(),
                "--port",
                Integer.toString(options.port),
                "--propagation",
                Long.toString(options.propagation)));
        options.allowed.forEach(code -> command.addAll(List.of("--allow", code)));
        return command;
    }

    private static Running await(Process process, Path state) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            Optional<Running> running = Running.of(state).filter(each -> each.pid() == process.pid());
            if (running.isPresent()) {
                return running.get();
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        process.destroy();
        String why = Files.readString(Running.log(state)).strip();
        Files.delete(Running.log(state));
        throw new IOException(why.isEmpty() ? "the emulator did not start within %s".formatted(PATIENCE) : why);
    }

    private void print(Map<String, String> environment) {
        PrintWriter out = spec.commandLine().getOut();
        boolean shell = format == Format.shell;
        System.getenv().keySet().stream()
                .filter(name -> ForeignVariables.isOne(name) && !environment.containsKey(name))
                .sorted()
                .forEach(name -> out.println((shell ? "unset %s" : "%s=").formatted(name)));
        environment.forEach((name, value) -> out.println((shell ? "export %s='%s'" : "%s=%s").formatted(name, value)));
    }
}
