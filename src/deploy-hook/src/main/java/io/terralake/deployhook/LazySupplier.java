package io.terralake.deployhook;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes something when it is first needed. */
final class LazySupplier<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    LazySupplier(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public synchronized T get() {
        T value = made;
        if (value == null) {
            value = maker.get();
            made = value;
        }
        return value;
    }
}
