package io.terralake.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A settings file that cannot be used. The message lists every mistake: file, JSON pointer, value, what is allowed. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingsException(Path file, List<String> problems) {
        super(problems.stream()
                .map(problem -> file.toString().replace('\\', '/') + problem)
                .collect(Collectors.joining(System.lineSeparator())));
    }

    InvalidSettingsException(List<InvalidSettingsException> files) {
        super(files.stream().map(Throwable::getMessage).collect(Collectors.joining(System.lineSeparator())));
    }
}
