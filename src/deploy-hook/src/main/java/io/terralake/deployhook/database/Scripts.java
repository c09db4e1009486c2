package io.terralake.deployhook.database;

import io.terralake.deployhook.input.TextFile;
import io.terralake.registration.input.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The scripts of a database, read and checked before anything is connected to. What was checked is what runs: Flyway never
 * sees the folder.
 *
 * @param folder where they are from
 * @param scripts in the order of their names
 */
public record Scripts(Path folder, List<Script> scripts) {
    private static final Pattern VERSIONED = Pattern.compile("V(\\d+)__\\w+\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__\\w+\\.sql");
    private static final int MOST_DIGITS = 9;

    /** Copies the list. */
    public Scripts {
        scripts = List.copyOf(scripts);
    }

    /**
     * Reads a folder.
     *
     * @param problems gets what is wrong: a missing folder, a name that says nothing to Flyway, a missing version, no text
     * @return the scripts; empty when something is wrong
     */
    public static Optional<Scripts> read(Path folder, Problems problems) {
        if (!Files.isDirectory(folder)) {
            problems.add("%s: no such folder of migrations".formatted(folder));
            return Optional.empty();
        }
        Problems place = problems.at(folder.toString());
        int before = problems.count();
        List<Script> scripts = new ArrayList<>();
        SortedMap<Long, String> versions = new TreeMap<>();
        Map<String, String> names = new HashMap<>();
        for (Path file : files(folder, place)) {
            String name = String.valueOf(file.getFileName());
            String other = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                place.add("%s and %s differ in case only".formatted(other, name));
            }
            version(name, versions, place)
                    .flatMap(version -> place.attempt(() -> new Script(name, version, TextFile.read(file))))
                    .ifPresent(scripts::add);
        }
        scripts.stream()
                .filter(script -> script.text().isBlank())
                .forEach(script -> place.add("%s is empty".formatted(script.name())));
        if (names.isEmpty()) {
            place.add("there is no script in the folder");
        }
        checkGaps(versions, place);
        return problems.count() == before ? Optional.of(new Scripts(folder, scripts)) : Optional.empty();
    }

    /** The script of a name. */
    Optional<Script> find(String name) {
        return scripts.stream().filter(script -> script.name().equals(name)).findFirst();
    }

    /** The highest version; 0 when every script is repeatable. */
    public long highestVersion() {
        return scripts.stream().mapToLong(Script::version).max().orElse(0);
    }

    private static Optional<Long> version(String name, SortedMap<Long, String> versions, Problems place) {
        if (REPEATABLE.matcher(name).matches()) {
            return Optional.of(0L);
        }
        Matcher versioned = VERSIONED.matcher(name);
        if (!versioned.matches()) {
            place.add("%s is not allowed: V<number>__<what>.sql or R__<what>.sql".formatted(name));
            return Optional.empty();
        }
        if (versioned.group(1).length() > MOST_DIGITS || Long.parseLong(versioned.group(1)) == 0) {
            place.add("%s is not allowed: versions are 1 and up, of %d digits at most".formatted(name, MOST_DIGITS));
            return Optional.empty();
        }
        long version = Long.parseLong(versioned.group(1));
        String other = versions.putIfAbsent(version, name);
        if (other != null) {
            place.add("%s and %s have the same version".formatted(other, name));
        }
        return Optional.of(version);
    }

    private static void checkGaps(SortedMap<Long, String> versions, Problems place) {
        long expected = 1;
        for (Map.Entry<Long, String> version : versions.entrySet()) {
            if (version.getKey() != expected) {
                place.add("V%d is missing before %s".formatted(expected, version.getValue()));
            }
            expected = version.getKey() + 1;
        }
    }

    private static List<Path> files(Path folder, Problems place) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            place.add("cannot be read: " + e.getMessage());
            return List.of();
        }
    }
}
