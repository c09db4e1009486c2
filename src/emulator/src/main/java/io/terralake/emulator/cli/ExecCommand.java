package io.terralake.emulator.cli;

import io.terralake.emulator.Emulator;
import io.terralake.emulator.EmulatorOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs a command beside an emulator that ends with it. */
@Command(
        name = "exec",
        description =
                "Runs a command, such as terraform apply, whose requests to Azure come to an emulator that ends with it.")
final class ExecCommand implements Callable<Integer> {
    /** As shells say it. */
    private static final int NOT_FOUND = 127;

    @Mixin
    Options options = new Options();

    @Parameters(arity = "1..*", paramLabel = "<command>", description = "the command and its arguments, after --")
    List<String> command = new ArrayList<>();

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        EmulatorOptions checked = options.checked(spec);
        PrintWriter err = spec.commandLine().getErr();
        try (Emulator emulator = Emulator.start(checked)) {
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            emulator.lead(builder);
            Signals signals = Signals.take();
            try {
                Process child = builder.start();
                signals.giveTo(child);
                int code = child.waitFor();
                emulator.notEmulated().forEach(request -> err.println("not emulated: " + request));
                return code;
            } catch (IOException e) {
                err.println("\"%s\" cannot be started: %s".formatted(command.get(0), reason(e)));
                return NOT_FOUND;
            } finally {
                signals.takeBack();
            }
        }
    }

    /** What the system says, without the number that it has for it. */
    private static String reason(IOException e) {
        return e.getMessage().replaceFirst("^.*error=\\d+, ", "");
    }
}
