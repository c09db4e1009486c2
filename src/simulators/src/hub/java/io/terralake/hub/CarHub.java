package io.terralake.hub;

import com.azure.core.amqp.AmqpRetryOptions;
import com.azure.core.exception.AzureException;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.messaging.eventhubs.EventData;
import com.azure.messaging.eventhubs.EventDataBatch;
import com.azure.messaging.eventhubs.EventHubClientBuilder;
import com.azure.messaging.eventhubs.EventHubProducerClient;
import io.terralake.cars.UsedCar;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import reactor.core.Exceptions;

/**
 * An event hub that takes listings, each as an event of JSON, in as few batches as hold them. It logs in by the identity that
 * {@code DefaultAzureCredential} finds when it sends for the first time, and keeps its connection until it is closed; threads may share it.
 */
public final class CarHub implements Closeable {
    private static final Duration LONGEST_TRY = Duration.ofSeconds(20);
    private static final int RETRIES = 2;

    private final String name;
    private final Supplier<Batch> batches;
    private final Runnable close;

    /** Events that are sent together. */
    interface Batch {
        /** Whether an event found room. */
        boolean add(String event);

        void send();
    }

    CarHub(String name, Supplier<Batch> batches, Runnable close) {
        this.name = name;
        this.batches = batches;
        this.close = close;
    }

    /**
     * A hub by its name. Nothing is asked over the network yet.
     *
     * @param namespace fully qualified, such as {@code cars.servicebus.windows.net}
     * @param hub such as {@code listings}
     * @return to be closed
     */
    public static CarHub open(String namespace, String hub) {
        EventHubProducerClient client = new EventHubClientBuilder()
                .credential(namespace, hub, new DefaultAzureCredentialBuilder().build())
                .retryOptions(new AmqpRetryOptions().setTryTimeout(LONGEST_TRY).setMaxRetries(RETRIES))
                .buildProducerClient();
        return new CarHub("%s/%s".formatted(namespace, hub), () -> new HubBatch(client), client::close);
    }

    /**
     * Sends listings.
     *
     * @param cars at least one
     * @throws IOException when the hub does not take them; batches before the one that failed are sent
     */
    public void send(List<UsedCar> cars) throws IOException {
        try {
            Batch batch = batches.get();
            for (UsedCar car : cars) {
                String event = car.toJson();
                if (!batch.add(event)) {
                    batch.send();
                    batch = batches.get();
                    if (!batch.add(event)) {
                        throw new IOException("%s takes no event of %d characters".formatted(name, event.length()));
                    }
                }
            }
            batch.send();
        } catch (AzureException | IllegalStateException e) {
            throw new IOException("%s takes no events: %s".formatted(name, explain(e)), e);
        }
    }

    /** What went wrong at the last try. */
    private static String explain(RuntimeException e) {
        Throwable said = Exceptions.isRetryExhausted(e) && e.getCause() != null ? e.getCause() : e;
        return said instanceof TimeoutException
                ? "no answer within %d s".formatted(LONGEST_TRY.toSeconds())
                : String.valueOf(said.getMessage());
    }

    @Override
    public void close() {
        close.run();
    }

    @Override
    public String toString() {
        return name;
    }

    private static final class HubBatch implements Batch {
        private final EventHubProducerClient client;
        private final EventDataBatch events;

        HubBatch(EventHubProducerClient client) {
            this.client = client;
            this.events = client.createBatch();
        }

        @Override
        public boolean add(String event) {
            return events.tryAdd(new EventData(event));
        }

        @Override
        public void send() {
            client.send(events);
        }
    }
}
