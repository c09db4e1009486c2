package io.terralake.functions.deviceimages.local;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import com.azure.storage.queue.models.QueueStorageException;
import io.terralake.functions.deviceimages.ImageHandler;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Gives messages of a queue to the function as the host of Azure Functions does: a batch at a time, deleted when they are done, back after the
 * visibility timeout when they failed, to the poison queue after too many attempts.
 */
final class QueueHost implements Closeable {
    /** Those of host.json. */
    static final int BATCH = 4;

    static final int MOST_ATTEMPTS = 720;

    private final QueueClient queue;
    private final QueueClient poison;
    private final ImageHandler handler;
    private final Duration visibility;
    private final int attempts;
    private final Consumer<String> log;
    private final ExecutorService threads = Executors.newFixedThreadPool(BATCH);

    /**
     * @param visibility after what time a message comes back that was not done, whatever the cause
     * @param attempts how often a message is tried
     * @param log gets a line for each message that failed
     */
    QueueHost(
            QueueClient queue,
            QueueClient poison,
            ImageHandler handler,
            Duration visibility,
            int attempts,
            Consumer<String> log) {
        this.queue = queue;
        this.poison = poison;
        this.handler = handler;
        this.visibility = visibility;
        this.attempts = attempts;
        this.log = log;
    }

    /** Handles the next batch to its end; how many messages. */
    int handleBatch() throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        queue.receiveMessages(BATCH, visibility, null, null)
                .forEach(message -> running.add(threads.submit(() -> handle(message))));
        for (Future<?> message : running) {
            try {
                message.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return running.size();
    }

    /** Whether there is no message, not even one that comes back later. */
    boolean isEmpty() {
        return queue.getProperties().getApproximateMessagesCountLong() == 0;
    }

    private void handle(QueueMessageItem message) {
        String text = message.getBody().toString();
        try {
            // More attempts than allowed: the process died in each.
            if (message.getDequeueCount() <= attempts) {
                handler.handle(text).ifPresent(poison::sendMessage);
                delete(message);
                return;
            }
        } catch (RuntimeException e) {
            log.accept("attempt %d failed: %s".formatted(message.getDequeueCount(), e.getMessage()));
        }
        if (message.getDequeueCount() >= attempts) {
            poison.sendMessage(text);
            delete(message);
        }
    }

    /** Unless it took too long, and somebody else has it by now. */
    private void delete(QueueMessageItem message) {
        try {
            queue.deleteMessage(message.getMessageId(), message.getPopReceipt());
        } catch (QueueStorageException e) {
            log.accept("a message came back before it was done: %s".formatted(e.getErrorCode()));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
