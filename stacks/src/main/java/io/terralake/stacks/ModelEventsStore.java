package io.terralake.stacks;

import io.terralake.core.StackPart;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.storage.DataLake;
import io.terralake.storage.DataLakeProps;
import io.terralake.storage.IQueue;
import io.terralake.storage.Queue;
import io.terralake.storage.QueueProps;
import io.terralake.storage.Tiering;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** Events that wait to start a workflow, and which have done so. */
final class ModelEventsStore extends StackPart {
    private static final String EVENTS = "model-events";

    /** Event Grid delivers for a day, and a queue gives a message again for a week: after that nothing comes twice. */
    private static final int DISPATCH_DAYS = 30;

    private final Queue queue;
    private final Queue poison;
    private final Zone dispatches;
    private final Zone deadLetters;

    /** @param encryption a key of one's own that all is encrypted with */
    ModelEventsStore(Construct scope, String id, @Nullable IEncryptionKey encryption) {
        super(scope, id);
        DataLake account = new DataLake(
                this,
                "Account",
                DataLakeProps.builder().purpose("events").encryption(encryption).build());
        ZoneProps forAWhile = ZoneProps.builder()
                .tiering(Tiering.builder().deleteAfterDays(DISPATCH_DAYS).build())
                .build();
        this.dispatches = account.addZone("dispatches", forAWhile);
        this.deadLetters = account.addZone("dead-letters", forAWhile);
        this.queue = new Queue(
                this,
                "Queue",
                QueueProps.builder().account(account).name(EVENTS).build());
        this.poison = new Queue(
                this,
                "Poison",
                QueueProps.builder()
                        .account(account)
                        // The name that the host of functions looks for.
                        .name(EVENTS + "-poison")
                        .build());
    }

    IQueue queue() {
        return queue;
    }

    /** Messages that will never start anything, with the reason. */
    IQueue poison() {
        return poison;
    }

    /** Which events were dispatched, for those that come again. */
    Zone dispatches() {
        return dispatches;
    }

    /** Events that did not get into the queue. */
    Zone deadLetters() {
        return deadLetters;
    }
}
