package io.terralake.emulator.cli;

import io.terralake.emulator.arm.KnownType;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the types of which something is known, as a table of Markdown, and below it what is known otherwise. */
@Command(name = "types", description = "Lists the types of resources that are more than stored and given back.")
final class TypesCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(text());
        spec.commandLine().getOut().flush();
    }

    private static String text() {
        StringBuilder text = new StringBuilder(
                "| type | attributes that Azure adds | there with it | actions | rules |\n|---|---|---|---|---|\n");
        KnownType.all()
                .forEach(type -> text.append("| `%s` | %s | %s | %s | %s |\n"
                        .formatted(
                                type.type(),
                                listed(type.computed()),
                                listed(type.parts()),
                                listed(type.actions()),
                                String.join("; ", type.rules()))));
        text.append('\n');
        KnownType.behaviours().forEach(says -> text.append("- %s\n".formatted(says)));
        return text.toString();
    }

    private static String listed(List<String> values) {
        return values.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
    }
}
