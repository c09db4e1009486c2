package io.terralake.databricks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The language of a notebook in source format, which its file's name ends with. */
enum NotebookLanguage {
    PYTHON(".py"),
    R(".r"),
    SCALA(".scala"),
    SQL(".sql");

    private final String ending;

    NotebookLanguage(String ending) {
        this.ending = ending;
    }

    static Optional<NotebookLanguage> of(String file) {
        return Arrays.stream(values())
                .filter(language -> file.toLowerCase(Locale.ROOT).endsWith(language.ending))
                .findFirst();
    }

    /** The endings, for messages. */
    static String endings() {
        return Arrays.stream(values()).map(language -> language.ending).collect(Collectors.joining(", "));
    }
}
