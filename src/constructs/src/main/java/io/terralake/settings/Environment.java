package io.terralake.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An environment that the platform is deployed to.
 *
 * @param name its name, such as {@code dev}: it starts the ids of its stacks and goes into Azure names
 * @param settings what every environment has
 * @param sections what single stacks read, by the keys of their sections
 */
public record Environment(String name, EnvironmentSettings settings, Map<String, Record> sections) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{1,7}");
    private static final String SUFFIX = ".json";

    /** @throws IllegalArgumentException when the name cannot be part of ids and Azure names */
    public Environment {
        checkName(name);
        sections = Map.copyOf(sections);
    }

    /** An environment without sections. */
    public Environment(String name, EnvironmentSettings settings) {
        this(name, settings, Map.of());
    }

    /**
     * Reads an environment; the file's name without {@code .json} is the environment's.
     *
     * @param sections those of the stacks that are made of it
     * @throws InvalidSettingsException with every mistake in the file
     */
    public static Environment read(Path file, Section<?>... sections) {
        return read(file, new SettingsReader(List.of(sections)));
    }

    private static Environment read(Path file, SettingsReader reader) {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
        try {
            checkName(name);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(file, List.of(": " + e.getMessage()));
        }
        return reader.read(name, file);
    }

    /**
     * Reads every environment of a folder, in the order of their names.
     *
     * @param sections those of the stacks that are made of them
     * @throws InvalidSettingsException when a file has mistakes, or there is none
     */
    public static List<Environment> readAll(Path folder, Section<?>... sections) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new InvalidSettingsException(folder, List.of(": no such folder, environments are files in it"));
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> settings = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            List<Environment> environments = readEach(settings, new SettingsReader(List.of(sections)));
            if (environments.isEmpty()) {
                throw new InvalidSettingsException(folder, List.of(": no <environment>.json in this folder"));
            }
            return environments;
        }
    }

    /**
     * The JSON Schema of files with these sections, for editors.
     *
     * @return JSON text with a line end
     */
    public static String schema(Section<?>... sections) {
        return SettingsSchema.of(List.of(sections)).json().toPrettyString() + "\n";
    }

    /**
     * What a stack's section says.
     *
     * @throws IllegalArgumentException when the environment was read without the section
     */
    public <T extends Record> T section(Section<T> section) {
        Record read = sections.get(section.key());
        if (!section.type().isInstance(read)) {
            throw new IllegalArgumentException(
                    "environment \"%s\" was read without the section \"%s\", there are %s: give it to Environment.read"
                            .formatted(name, section.key(), new TreeSet<>(sections.keySet())));
        }
        return section.type().cast(read);
    }

    private static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "environment name \"%s\" is not allowed: 2 to 8 lower-case letters and digits, a letter first"
                            .formatted(name));
        }
    }

    private static List<Environment> readEach(List<Path> files, SettingsReader reader) {
        List<Environment> environments = new ArrayList<>();
        List<InvalidSettingsException> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                environments.add(read(file, reader));
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
