package io.terralake.settings;

import java.util.Map;

/**
 * The part of an environment's settings that one stack reads. The stack declares it beside itself, and the app names it
 * when it reads environments, so that nobody else's settings know of it.
 *
 * <p>The JSON Schema of the record stands beside it on the class path as {@code <record>.schema.json}. A section that a file
 * leaves out is read as an empty one.
 *
 * @param key the section's name in the file, such as {@code usedCars}
 * @param type the record that it is read into
 * @param moved where keys of earlier versions went, JSON pointers of the file: old place to new place
 * @param <T> the record
 */
public record Section<T extends Record>(String key, Class<T> type, Map<String, String> moved) {

    public Section {
        moved = Map.copyOf(moved);
    }

    /** A section without a past. */
    public static <T extends Record> Section<T> of(String key, Class<T> type) {
        return new Section<>(key, type, Map.of());
    }
}
