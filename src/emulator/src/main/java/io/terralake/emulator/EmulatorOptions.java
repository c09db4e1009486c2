package io.terralake.emulator;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link Emulator} starts.
 *
 * @param port where it listens on 127.0.0.1; @default 0, one that is free
 * @param state the file that keeps what is emulated to exist; @default none, it is forgotten
 * @param allowed the codes of refusals that are switched off; @default none
 */
public record EmulatorOptions(int port, @Nullable Path state, Set<String> allowed) {

    public EmulatorOptions {
        allowed = Set.copyOf(allowed);
    }

    /** A free port, no file, everything refused that Azure refuses. */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions(0, null, Set.of());
    }
}
