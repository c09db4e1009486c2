package io.terralake.emulator.cli;

import io.terralake.emulator.arm.Refused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what is refused, as a table of Markdown. */
@Command(name = "refusals", description = "Lists what Azure refuses and the emulator does too.")
final class RefusalsCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(table());
        spec.commandLine().getOut().flush();
    }

    static String table() {
        StringBuilder table = new StringBuilder("| `--allow` | refused | source |\n|---|---|---|\n");
        Refused.all()
                .forEach(each ->
                        table.append("| `%s` | %s | <%s> |%n".formatted(each.code(), each.says(), each.source())));
        return table.toString();
    }
}
