package io.terralake.jobs;

/** A job was asked for something that cannot be. The message says what, and what there is. */
final class JobException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobException(String message) {
        super(message);
    }
}
