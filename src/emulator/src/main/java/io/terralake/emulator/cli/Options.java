package io.terralake.emulator.cli;

import io.terralake.emulator.EmulatorOptions;
import io.terralake.emulator.arm.Refused;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What every command that starts an emulator can be told. */
final class Options {
    @Option(
            names = "--port",
            paramLabel = "<port>",
            description = "where it listens on 127.0.0.1; default: one that is free")
    int port;

    @Option(
            names = "--state",
            paramLabel = "<file>",
            description = "keeps what is emulated to exist, vaults' secrets included; default: it is forgotten")
    @Nullable Path state;

    @Option(
            names = "--allow",
            paramLabel = "<code>",
            description = "switches a refusal off, such as ScopeLocked; the command refusals lists them")
    Set<String> allowed = new LinkedHashSet<>();

    @Option(
            names = "--propagation",
            paramLabel = "<seconds>",
            description = "how long a role takes after its assignment until it works; default: 40")
    long propagation = EmulatorOptions.PROPAGATION.toSeconds();

    EmulatorOptions checked(CommandSpec spec) {
        List<String> codes = Refused.all().stream().map(Refused::code).toList();
        for (String code : allowed) {
            if (!codes.contains(code)) {
                throw new ParameterException(
                        spec.commandLine(), "--allow \"%s\" is not allowed: one of %s".formatted(code, codes));
            }
        }
        range(spec, "--port", port, 65_535);
        range(spec, "--propagation", propagation, Integer.MAX_VALUE);
        return new EmulatorOptions(port, state, allowed, Duration.ofSeconds(propagation));
    }

    private static void range(CommandSpec spec, String option, long given, int most) {
        if (given < 0 || given > most) {
            throw new ParameterException(
                    spec.commandLine(), "%s %d is not allowed: 0 to %d".formatted(option, given, most));
        }
    }
}
