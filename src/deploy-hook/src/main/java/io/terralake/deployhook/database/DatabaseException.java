package io.terralake.deployhook.database;

/** A database refused. The message says what, and where. */
final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseException(String message) {
        super(message);
    }
}
