package io.terralake.jobs;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.sql.streaming.StreamingQuery;

/** Ends a stream, and lets who waits for its end go on until this is closed, before the process ends (SIGTERM, Ctrl-C). */
final class StopAtExit {
    /** Before Spark ends, which has 50 among its own and 40 among Hadoop's. */
    private static final int PRIORITY = 100;

    private static final int MOST_SECONDS = 60;

    private final CountDownLatch closed = new CountDownLatch(1);
    private final StreamingQuery query;
    private final Runnable hook = this::stop;

    StopAtExit(StreamingQuery query) {
        this.query = query;
        ShutdownHookManager.get().addShutdownHook(hook, PRIORITY, MOST_SECONDS, TimeUnit.SECONDS);
    }

    private void stop() {
        try {
            query.stop();
            closed.await();
        } catch (TimeoutException | InterruptedException e) {
            // The process ends all the same, and the next one repeats the batch.
            Thread.currentThread().interrupt();
        }
    }

    void close() {
        closed.countDown();
        if (!ShutdownHookManager.get().isShutdownInProgress()) {
            ShutdownHookManager.get().removeShutdownHook(hook);
        }
    }
}
