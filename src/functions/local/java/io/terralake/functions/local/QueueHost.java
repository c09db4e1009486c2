package io.terralake.functions.local;

import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueMessageItem;
import com.azure.storage.queue.models.QueueStorageException;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gives messages of a queue to the function as the host of Azure Functions does: a batch at a time, deleted when they are done, back after the
 * visibility timeout when they failed, to the poison queue after too many attempts.
 */
public final class QueueHost implements Closeable {
    private final QueueClient queue;
    private final QueueClient poison;
    private final Function<String, Optional<String>> handler;
    private final Duration visibility;
    private final int attempts;
    private final Consumer<String> log;
    private final int batch;
    private final ExecutorService threads;

    /**
     * A host.
     *
     * @param queue what it reads
     * @param poison where messages go that will never be right
     * @param handler gives what goes to the poison queue, or nothing; throws when the message must come back
     * @param batch how many messages are handled at once
     * @param visibility after what time a message comes back that was not done, whatever the cause
     * @param attempts how often a message is tried
     * @param log gets a line for each message that failed
     */
    public QueueHost(
            QueueClient queue,
            QueueClient poison,
            Function<String, Optional<String>> handler,
            int batch,
            Duration visibility,
            int attempts,
            Consumer<String> log) {
        this.queue = queue;
        this.poison = poison;
        this.handler = handler;
        this.batch = batch;
        this.threads = Executors.newFixedThreadPool(batch);
        this.visibility = visibility;
        this.attempts = attempts;
        this.log = log;
    }

    /**
     * Handles the next batch to its end.
     *
     * @return how many messages there were
     */
    public int handleBatch() throws InterruptedException {
        List<Future<?>> running = new ArrayList<>();
        queue.receiveMessages(batch, visibility, null, null)
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

    /**
     * Whether the queue is empty.
     *
     * @return true when there is no message, not even one that comes back later
     */
    public boolean isEmpty() {
        return queue.getProperties().getApproximateMessagesCountLong() == 0;
    }

    private void handle(QueueMessageItem message) {
        String text = message.getBody().toString();
        try {
            // More attempts than allowed: the process died in each.
            if (message.getDequeueCount() <= attempts) {
                handler.apply(text).ifPresent(poison::sendMessage);
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
