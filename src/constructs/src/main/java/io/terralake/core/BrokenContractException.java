package io.terralake.core;

/** A class that a user wrote does not keep to its interface. The message names class and member. */
public final class BrokenContractException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BrokenContractException(String message) {
        super(message);
    }

    BrokenContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
