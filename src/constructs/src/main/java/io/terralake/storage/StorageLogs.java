package io.terralake.storage;

import io.terralake.monitoring.LogProfile;
import java.util.List;

/** The logs of a storage account: its services have them, and reject the metric category AllMetrics. */
public final class StorageLogs {
    public static final LogProfile BLOBS = of("blob");
    public static final LogProfile FILES = of("file");
    public static final LogProfile QUEUES = of("queue");

    private StorageLogs() {}

    private static LogProfile of(String service) {
        return new LogProfile("/%sServices/default".formatted(service), List.of("audit"), List.of("Transaction"));
    }
}
