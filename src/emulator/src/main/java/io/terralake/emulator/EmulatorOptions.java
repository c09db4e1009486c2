package io.terralake.emulator;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link Emulator} starts.
 *
 * @param port where it listens on 127.0.0.1; @default 0, one that is free
 * @param state the file that keeps what is emulated to exist; @default none, it is forgotten
 * @param allowed the codes of refusals that are switched off; @default none
 * @param propagation how long a role takes after its assignment until it works; @default 40 seconds
 */
public record EmulatorOptions(int port, @Nullable Path state, Set<String> allowed, Duration propagation) {

    /** Longer than azurerm waits by itself, 25 seconds, and shorter than Azure can take, ten minutes. */
    public static final Duration PROPAGATION = Duration.ofSeconds(40);

    public EmulatorOptions {
        allowed = Set.copyOf(allowed);
    }

    /** The same, zero when that is not looked at. */
    Duration roles() {
        return allowed.contains("AuthorizationFailed") ? Duration.ZERO : propagation;
    }

    /** A free port, no file, everything refused that Azure refuses. */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions(0, null, Set.of(), PROPAGATION);
    }
}
