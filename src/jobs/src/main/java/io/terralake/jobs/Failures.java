package io.terralake.jobs;

/** Failures in one line: Spark wraps a cause in others and adds a stack trace to its words. */
final class Failures {
    private Failures() {}

    static String explain(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse(root.getClass().getSimpleName());
    }
}
