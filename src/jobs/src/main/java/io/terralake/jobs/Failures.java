package io.terralake.jobs;

import java.nio.file.FileSystemException;

/** Failures in one line: Spark wraps a cause in others and adds a stack trace to its words. */
final class Failures {
    private Failures() {}

    static String explain(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof FileSystemException file && file.getReason() == null) {
            return "%s: %s".formatted(file.getFile(), file.getClass().getSimpleName());
        }
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse(root.getClass().getSimpleName());
    }
}
