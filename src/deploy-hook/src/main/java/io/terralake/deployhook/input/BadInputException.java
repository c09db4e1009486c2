package io.terralake.deployhook.input;

import java.util.List;

/** What the hook was given cannot be used; nothing was done. The message has a line for each mistake. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * One mistake.
     *
     * @param message where it is, what was given and what is allowed
     */
    public BadInputException(String message) {
        super(message);
    }

    /**
     * Several mistakes at once.
     *
     * @param messages one for each mistake
     */
    public BadInputException(List<String> messages) {
        super(String.join(System.lineSeparator(), messages));
    }
}
