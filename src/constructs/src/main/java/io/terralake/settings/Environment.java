package io.terralake.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An environment that the platform is deployed to.
 *
 * @param name its name, such as {@code dev}: it starts the ids of its stacks and goes into Azure names
 * @param settings what it has of its own
 */
public record Environment(String name, EnvironmentSettings settings) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{1,7}");
    private static final String SUFFIX = ".json";

    /** @throws IllegalArgumentException when the name cannot be part of ids and Azure names */
    public Environment {
        checkName(name);
    }

    /**
     * Reads an environment; the file's name without {@code .json} is the environment's.
     *
     * @throws InvalidSettingsException with every mistake in the file
     */
    public static Environment read(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
        try {
            checkName(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(file, List.of(": " + e.getMessage()));
        }
        return new Environment(name, SettingsReader.read(file));
    }

    /**
     * Reads every environment of a folder, in the order of their names.
     *
     * @throws InvalidSettingsException when a file has mistakes, or there is none
     */
    public static List<Environment> readAll(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InvalidSettingsException(folder, List.of(": no such folder, environments are files in it"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> settings = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            List<Environment> environments = readEach(settings);
            if (environments.isEmpty()) {
                throw new InvalidSettingsException(folder, List.of(": no <environment>.json in this folder"));
            }
            return environments;
        }
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "environment name \"%s\" is not allowed: 2 to 8 lower-case letters and digits, a letter first"
                            .formatted(name));
        }
    }

    private static List<Environment> readEach(List<Path> files) {
        List<Environment> environments = new ArrayList<>();
        List<InvalidSettingsException> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                environments.add(read(file));
            } catch (InvalidSettingsException e) {
                problems.add(e);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidSettingsException(problems);
        }
        return environments;
    }
}
