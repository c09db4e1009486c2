package io.terralake.core;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What constructs of a stack, and of the stacks on it, find by its type, such as a network. */
final class Shared {
    private final Map<Class<?>, Object> values;

    Shared() {
        this.values = new HashMap<>();
    }

    /** The same values; what is added later stays here. */
    Shared(Shared other) {
        this.values = new HashMap<>(other.values);
    }

    <T> void put(Class<T> type, T value) {
        values.put(type, type.cast(value));
    }

    <T> Optional<T> find(Class<T> type) {
        return Optional.ofNullable(values.get(type)).map(type::cast);
    }
}
