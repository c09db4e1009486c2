package io.terralake.cli;

import io.terralake.factory.ArtifactKind;
import io.terralake.factory.content.Existing;
import io.terralake.factory.content.FactoryFiles;
import io.terralake.factory.content.ReadOptions;
import io.terralake.factory.content.Replacement;
import io.terralake.factory.json.Finding;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a stack would refuse of a factory's files, and why. */
@Command(
        name = "check",
        description =
                "Says what a stack would refuse of a factory's files, and why. Ends with 0 when it is nothing, with 1 otherwise.")
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "<path>",
            description =
                    "a factory's Git folder, the folder of its ARM template, or the template; without it, this folder")
    Path path = Path.of(".");

    @Option(
            names = "--parameter",
            paramLabel = "<name>=<value>",
            description = "a value for a parameter of the template")
    Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--replace",
            paramLabel = "<kind>/<name>#<pointer>=<value>",
            description = "what differs from the files, such as linkedService/Lake#/typeProperties/url=https://…")
    List<String> replacements = new ArrayList<>();

    @Option(
            names = "--has",
            paramLabel = "<kind>/<name>",
            description = "what something else stands for, or the factory has already, such as linkedService/Lake")
    List<String> standIns = new ArrayList<>();

    @Option(names = "--elsewhere", description = "the factory may have what the files name and do not have")
    boolean elsewhere;

    @Option(names = "--allow-keys", description = "keys and passwords are warnings only")
    boolean allowKeys;

    @Option(names = "--without-synapse", description = "leaves out what belongs to Synapse only")
    boolean withoutSynapse;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        if (!Files.exists(path)) {
            throw wrong("<path>", path.toString(), "a file or folder that is there");
        }
        FactoryFiles files = FactoryFiles.read(
                path,
                ReadOptions.builder()
                        .parameters(Map.copyOf(parameters))
                        .replacements(
                                replacements.stream().map(this::replacement).toList())
                        .standIns(standIns.stream().map(this::standIn).collect(Collectors.toSet()))
                        .existing(elsewhere ? Existing.UNKNOWN : Existing.NONE)
                        .allowKeys(allowKeys)
                        .withoutSynapse(withoutSynapse)
                        .build());
        PrintWriter out = spec.commandLine().getOut();
        files.findings().forEach(finding -> out.println((finding.warning() ? "warning " : "error ") + finding));
        long warnings = files.findings().stream().filter(Finding::warning).count();
        long errors = files.findings().size() - warnings;
        out.printf("%s: %s, %s%n", counts(files), counted(errors, "error"), counted(warnings, "warning"));
        return files.isAccepted() ? 0 : 1;
    }

    private static String counts(FactoryFiles files) {
        List<String> counts = new ArrayList<>();
        for (ArtifactKind kind : ArtifactKind.values()) {
            long count = files.count(kind);
            if (count > 0) {
                counts.add(counted(count, kind.label()));
            }
        }
        return counts.isEmpty() ? "nothing" : String.join(", ", counts);
    }

    private static String counted(long count, String what) {
        return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    private Replacement replacement(String given) {
        int hash = given.indexOf("#/");
        int equals = given.indexOf('=', hash);
        if (hash < 0 || equals < hash + "#/?".length()) {
            // What follows the sign may be a secret.
            throw wrong("--replace", given.replaceFirst("=.*", "=…"), "<kind>/<name>#<pointer>=<value>");
        }
        Named named = named("--replace", given.substring(0, hash));
        return new Replacement(
                named.kind(), named.name(), given.substring(hash + 1, equals), given.substring(equals + 1));
    }

    private String standIn(String given) {
        Named named = named("--has", given);
        return ReadOptions.standIn(named.kind(), named.name());
    }

    private record Named(ArtifactKind kind, String name) {}

    private Named named(String option, String given) {
        int slash = given.indexOf('/');
        return ReadOptions.kind(slash < 0 ? "" : given.substring(0, slash))
                .map(kind -> new Named(kind, given.substring(slash + 1)))
                .orElseThrow(() -> wrong(option, given, "<kind>/<name> with one of the kinds " + ReadOptions.kinds()));
    }

    private ParameterException wrong(String option, String given, String allowed) {
        return new ParameterException(
                spec.commandLine(), "%s \"%s\" is not allowed: %s".formatted(option, given, allowed));
    }
}
