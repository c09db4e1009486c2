package io.terralake.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a JSON document: messages, each once, with the pointer to its place. */
public final class Problems {
    private final String prefix;
    private final Set<String> sink;

    Problems() {
        this.prefix = "";
        this.sink = new LinkedHashSet<>();
    }

    private Problems(String prefix, Set<String> sink) {
        this.prefix = prefix;
        this.sink = sink;
    }

    /**
     * The same list, seen from a place below.
     *
     * @param pointer a JSON pointer relative to this place, such as {@code /zones/bronze}
     */
    public Problems at(String pointer) {
        return new Problems(prefix + pointer, sink);
    }

    /**
     * The same list, seen from a place anywhere in the document.
     *
     * @param pointer a JSON pointer from the root, such as {@code /tags}
     */
    public Problems atRoot(String pointer) {
        return new Problems(pointer, sink);
    }

    /**
     * Adds a problem.
     *
     * @param pointer where it is, relative to this place; empty for the place itself
     */
    public void add(String pointer, String message) {
        sink.add("#%s%s: %s".formatted(prefix, pointer, message));
    }

    /** Runs a check and adds the message of the {@link IllegalArgumentException} that it throws. */
    public void capture(String pointer, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            add(pointer, String.valueOf(e.getMessage()));
        }
    }

    List<String> all() {
        return List.copyOf(sink);
    }
}
