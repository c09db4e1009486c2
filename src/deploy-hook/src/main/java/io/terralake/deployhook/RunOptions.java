package io.terralake.deployhook;

import io.terralake.deployhook.database.DatabaseWork;
import io.terralake.registration.input.Form;
import io.terralake.registration.input.Problems;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how it is done. */
final class RunOptions {
    private static final int MOST_AT_ONCE = 64;
    private static final int LONGEST_WAIT = 86_400;
    private static final Form BASELINE = Form.of("0|[1-9]\\d{0,8}", 9, "a version from 0 to 999999999");

    @Option(names = "--dry-run", description = "says what would be done, in order, and changes nothing")
    boolean dryRun;

    @Option(
            names = "--baseline",
            paramLabel = "VERSION",
            description = "takes over a database with tables: scripts up to this version count as run, 0 for none")
    @Nullable String baseline;

    @Option(names = "--new-version", description = "gives every dataset a version, changed or not")
    boolean newVersion;

    @Option(names = "--report", description = "writes the report as JSON to a file")
    @Nullable Path report;

    @Option(names = "--bound", defaultValue = "16", description = "how many calls at once, 1 to 64; default: 16")
    int bound = 16;

    @Option(
            names = "--wait",
            defaultValue = "300",
            paramLabel = "SECONDS",
            description = "how long a paused database or a package is waited for, 0 to 86400; default: 300")
    int wait = 300;

    @Option(names = "--arm-endpoint", description = "address of ARM in a sovereign cloud or behind a private link")
    @Nullable String armEndpoint;

    RunOptions() {}

    /** Checks what can be checked without the plan. */
    void check(Problems problems) {
        range("--bound", bound, 1, MOST_AT_ONCE, problems);
        range("--wait", wait, 0, LONGEST_WAIT, problems);
        if (armEndpoint != null && !isAddress(armEndpoint)) {
            problems.add("--arm-endpoint \"%s\" is not allowed: https://<host>, with :<port> where it is not 443"
                    .formatted(armEndpoint));
        }
        if (report != null) {
            reportProblem(report).ifPresent(problem -> problems.add("--report %s: %s".formatted(report, problem)));
        }
    }

    /** The report replaces what is there; nothing that was read may be. */
    void checkReport(List<Path> inputs, Problems problems) {
        if (report != null && inputs.stream().anyMatch(input -> isSame(input, report))) {
            problems.add("--report %s: is a file that the hook reads".formatted(report));
        }
    }

    /** The version that the one database of the run is taken over at. */
    Optional<Long> baseline(List<DatabaseWork> databases, Problems problems) {
        if (baseline == null) {
            return Optional.empty();
        }
        Optional<String> problem = BASELINE.problem(baseline);
        if (problem.isPresent()) {
            problems.add("--baseline " + problem.get());
            return Optional.empty();
        }
        List<DatabaseWork> migrated =
                databases.stream().filter(work -> work.scripts() != null).toList();
        if (migrated.size() != 1) {
            problems.add("--baseline is for one database with scripts, here are %d: name its stack by --stack"
                    .formatted(migrated.size()));
            return Optional.empty();
        }
        long version = Long.parseLong(baseline);
        long highest = migrated.get(0).scripts().highestVersion();
        if (version > highest) {
            problems.add(
                    "--baseline %d is not allowed: the highest version of a script is %d".formatted(version, highest));
        }
        return Optional.of(version);
    }

    private static void range(String option, int value, int lowest, int highest, Problems problems) {
        if (value < lowest || value > highest) {
            problems.add("%s %d is not allowed: %d to %d".formatted(option, value, lowest, highest));
        }
    }

    /** A token goes to a host over TLS, and to nothing else. */
    private static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            return "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null
                    && address.getUserInfo() == null
                    && address.getQuery() == null
                    && address.getFragment() == null
                    && address.getPath().matches("/*")
                    && (address.getPort() == -1 || (address.getPort() > 0 && address.getPort() <= 65_535));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<String> reportProblem(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (file.toString().isEmpty() || folder == null || Files.isDirectory(whole)) {
            return Optional.of("is no file");
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of("no such folder");
        }
        if (Files.exists(whole) && !Files.isRegularFile(whole)) {
            return Optional.of("is no file");
        }
        if (!Files.isWritable(folder) || (Files.exists(whole) && !Files.isWritable(whole))) {
            return Optional.of("cannot be written to");
        }
        return Optional.empty();
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException e) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }
}
