package io.terralake.functions.local;

import io.terralake.input.InputException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where Azurite is, and how long a message of its queues is hidden: options of a program, by {@code @Mixin}. */
public final class AzuriteOptions {
    private static final int LONGEST_VISIBILITY = 7 * 24 * 60 * 60;

    @Option(
            names = "--storage",
            defaultValue = "http://127.0.0.1:10000",
            description = "address of Azurite's blob service; default: ${DEFAULT-VALUE}")
    private URI storage = URI.create("http://127.0.0.1:10000");

    @Option(names = "--queues", description = "address of Azurite's queue service; default: the next port")
    private @Nullable URI queues;

    @Option(
            names = "--visibility",
            defaultValue = "10",
            description = "seconds after which a message comes back that was not done; default: ${DEFAULT-VALUE}")
    private int visibility;

    /** Picocli fills it. */
    public AzuriteOptions() {}

    /**
     * Blobs and queues.
     *
     * @return a client of them
     * @throws InputException when an address is not on this machine
     */
    public LocalStorage account() {
        return new LocalStorage(
                storage, Optional.ofNullable(queues).orElseGet(() -> LocalStorage.queuesBeside(storage)));
    }

    /**
     * After what time a message comes back.
     *
     * @return 1 second to 7 days
     * @throws InputException for another time
     */
    public Duration visibility() {
        if (visibility < 1 || visibility > LONGEST_VISIBILITY) {
            throw new InputException("--visibility %d is not allowed: 1 to %,d seconds, which are seven days"
                    .formatted(visibility, LONGEST_VISIBILITY));
        }
        return Duration.ofSeconds(visibility);
    }
}
