package io.terralake.deployhook.database;

import io.terralake.deployhook.input.BadInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder with the scripts of a database, checked before anything is connected to. */
final class Scripts {
    private static final Pattern VERSIONED = Pattern.compile("V(\\d+)__\\w+\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__\\w+\\.sql");
    private static final Pattern END_OF_BATCH = Pattern.compile("(?i)\\s*GO\\s*(\\d+\\s*)?");

    private Scripts() {}

    /** @throws BadInputException when the folder is missing, a name says nothing to Flyway, or a version is missing */
    static void check(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("%s: no such folder of migrations".formatted(folder));
        }
        List<String> problems = new ArrayList<>();
        SortedMap<Long, String> versions = new TreeMap<>();
        for (String name : names(folder)) {
            Matcher versioned = VERSIONED.matcher(name);
            if (versioned.matches()) {
                String other = versions.putIfAbsent(Long.valueOf(versioned.group(1)), name);
                if (other != null) {
                    problems.add("%s: %s and %s have the same version".formatted(folder, other, name));
                }
            } else if (!REPEATABLE.matcher(name).matches()) {
                problems.add("%s: %s is not allowed: V<number>__<what>.sql or R__<what>.sql".formatted(folder, name));
            }
        }
        long expected = 1;
        for (var version : versions.entrySet()) {
            if (version.getKey() != expected) {
                problems.add("%s: V%d is missing before %s".formatted(folder, expected, version.getValue()));
            }
            expected = version.getKey() + 1;
        }
        if (!problems.isEmpty()) {
            throw new BadInputException(problems);
        }
    }

    /** The number of the batch that a line of a script is in, from 1. */
    static int batchOf(Path script, int line) {
        try (Stream<String> lines = Files.lines(script)) {
            return 1
                    + (int) lines.limit(Math.max(0, line - 1L))
                            .filter(text -> END_OF_BATCH.matcher(text).matches())
                            .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
