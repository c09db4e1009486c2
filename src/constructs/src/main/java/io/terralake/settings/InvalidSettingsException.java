package io.terralake.settings;

import java.nio.file.Path;
import java.util.List;

/** A settings file that cannot be used. The message lists every mistake: file, JSON pointer, value, what is allowed. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingsException(Path file, List<String> problems) {
        super(problems.stream()
                .map(problem -> "%s%s".formatted(file.toString().replace('\\', '/'), problem))
                .reduce((a, b) -> a + System.lineSeparator() + b)
                .orElseThrow());
    }
}
