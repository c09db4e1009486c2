package io.terralake.functions.testing;

import com.microsoft.azure.functions.OutputBinding;
import org.jspecify.annotations.Nullable;

/** What a function gives an output binding; nothing before it does. */
public final class GivenOutput<T> implements OutputBinding<T> {
    private @Nullable T value;

    /** One that nothing was given to. */
    public GivenOutput() {}

    @Override
    public @Nullable T getValue() {
        return value;
    }

    @Override
    public void setValue(T given) {
        value = given;
    }
}
