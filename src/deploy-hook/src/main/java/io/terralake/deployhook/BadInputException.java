package io.terralake.deployhook;

import java.util.List;

/** What the hook was given cannot be used; nothing was done. The message has a line for each mistake. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInputException(String message) {
        super(message);
    }

    public BadInputException(List<String> messages) {
        super(String.join(System.lineSeparator(), messages));
    }
}
