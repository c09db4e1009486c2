package io.terralake.monitoring;

import io.terralake.core.PlatformStack;
import io.terralake.settings.NetworkMode;
import org.jspecify.annotations.Nullable;

/** Where logs and telemetry come from. Diagnostic settings are Azure's own way and not meant. */
final class Ingestion {
    private Ingestion() {}

    /** False in private mode; what is there then comes in by a private link scope. Null for Azure's default, yes. */
    static @Nullable Boolean fromInternet(PlatformStack stack) {
        return stack.environment().settings().network().mode() == NetworkMode.PRIVATE ? false : null;
    }
}
