package io.terralake.registration.input;

import java.util.ArrayList;
import java.util.List;

/** What was given cannot be used; nothing was done. The message has a line for each mistake. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 100;

    private final ArrayList<String> messages;

    /**
     * One mistake.
     *
     * @param message where it is, what was given and what is allowed
     */
    public BadInputException(String message) {
        this(List.of(message));
    }

    /**
     * Several mistakes at once.
     *
     * @param messages one for each mistake
     */
    public BadInputException(List<String> messages) {
        super(shown(messages));
        this.messages = new ArrayList<>(messages);
    }

    /**
     * The mistakes.
     *
     * @return a line for each
     */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    private static String shown(List<String> messages) {
        List<String> shown = new ArrayList<>(messages.subList(0, Math.min(MOST_SHOWN, messages.size())));
        if (messages.size() > MOST_SHOWN) {
            shown.add("and %d more".formatted(messages.size() - MOST_SHOWN));
        }
        return String.join(System.lineSeparator(), shown);
    }
}
