package io.terralake.azurite;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** {@link Azurite} for the tests of a class, from before the first to after the last. */
public final class RunningAzurite implements BeforeAllCallback, AfterAllCallback {
    private final Path module;
    private @Nullable Azurite azurite;

    /** @param module as that of {@link Azurite#start} */
    public RunningAzurite(Path module) {
        this.module = module;
    }

    @Override
    public void beforeAll(ExtensionContext tests) throws IOException, InterruptedException {
        azurite = Azurite.start(module);
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (azurite != null) {
            azurite.close();
        }
    }

    /** The address of its blob service. */
    public URI blobs() {
        return Objects.requireNonNull(azurite).blobs();
    }

    /** The address of its queue service. */
    public URI queues() {
        return Objects.requireNonNull(azurite).queues();
    }
}
