package io.terralake.settings;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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

    /**
     * Adds a problem for each element of a list that is the same as one before it.
     *
     * @param list where the list is, relative to this place, such as {@code /readers}
     * @param key what tells elements from others
     * @param field where the problem is in an element, such as {@code /name}; empty for the element itself
     * @param what names the element by its key, such as {@code the group %s}
     */
    public <T> void addTwice(String list, List<T> elements, Function<T, String> key, String field, String what) {
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            String found = key.apply(elements.get(i));
            Integer first = known.putIfAbsent(found, i);
            if (first != null) {
                add(
                        "%s/%d%s".formatted(list, i, field),
                        "%s is there twice, at %s/%d too".formatted(what.formatted(found), list, first));
            }
        }
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
