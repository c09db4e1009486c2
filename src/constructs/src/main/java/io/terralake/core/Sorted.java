package io.terralake.core;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Copies in the order of the names, so that what is synthesized does not depend on the order in which it was given. */
public final class Sorted {
    private Sorted() {}

    /** Copies what is given by name; the copy cannot be changed. */
    public static <V> Map<String, V> copyOf(Map<String, V> given) {
        return Collections.unmodifiableMap(new TreeMap<>(given));
    }

    /** Copies what is given by name; empty when nothing is. */
    public static <V> Map<String, V> copyOrEmpty(@Nullable Map<String, V> given) {
        return given == null ? Map.of() : copyOf(given);
    }
}
