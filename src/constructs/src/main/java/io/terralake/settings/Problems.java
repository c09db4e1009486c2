package io.terralake.settings;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a JSON document: a list of messages, each with the pointer to its place. */
final class Problems {
    private final List<String> found = new ArrayList<>();
    private final String prefix;
    private final List<String> sink;

    Problems() {
        this.prefix = "";
        this.sink = found;
    }

    private Problems(Problems parent, String pointer) {
        this.prefix = parent.prefix + pointer;
        this.sink = parent.sink;
    }

    /** The same list, seen from a place below. */
    Problems at(String pointer) {
        return new Problems(this, pointer);
    }

    void add(String pointer, String message) {
        sink.add("#%s%s: %s".formatted(prefix, pointer, message));
    }

    /** Runs a check and adds the message of the exception that it throws. */
    void capture(String pointer, Runnable check) {
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
