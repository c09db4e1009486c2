package io.terralake.patterns;

import io.terralake.core.ConstructException;
import io.terralake.core.Contract;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.Tokens;
import io.terralake.eventgrid.AdvancedFilter;
import io.terralake.eventgrid.EventSource;
import io.terralake.eventgrid.EventSubscription;
import io.terralake.eventgrid.EventSubscriptionProps;
import io.terralake.eventgrid.ISystemTopic;
import io.terralake.eventgrid.QueueDestination;
import io.terralake.eventgrid.StorageEvent;
import io.terralake.eventgrid.SubjectFilter;
import io.terralake.eventgrid.SystemTopic;
import io.terralake.eventgrid.SystemTopicProps;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.storage.DataLake;
import io.terralake.storage.IQueue;
import io.terralake.storage.IStorageAccount;
import io.terralake.storage.Queue;
import io.terralake.storage.QueueProps;
import io.terralake.storage.Zone;
import io.terralake.storage.ZoneProps;
import java.util.List;
import software.constructs.Construct;

/**
 * A queue with a message for each blob that is written to a container, at least one, in no order. What the queue does not take within a day is
 * a file in the dead-letter container.
 */
public final class BlobEventQueue extends StackPart {
    /**
     * The blob is complete. In an account with hierarchical namespace a write by the DFS endpoint, such as Spark's, tells of a new blob twice:
     * by {@code CreateFile}, when it has no content yet, and by {@code FlushWithClose}.
     *
     * @see <a href="https://learn.microsoft.com/azure/storage/blobs/storage-blob-event-overview#practices-for-consuming-events">Reacting
     *     to Blob storage events: practices for consuming events</a>
     */
    public static final AdvancedFilter WRITTEN =
            AdvancedFilter.stringIn("data.api", "CopyBlob", "PutBlob", "PutBlockList", "FlushWithClose");

    private final Zone zone;
    private final ISystemTopic topic;
    private final IQueue queue;
    private final Zone deadLetter;
    private final EventSubscription subscription;

    /**
     * @throws ConstructException when a name is not allowed, the topic is of another account or the account has one already, or the dead letters
     *     have no container of their own
     */
    public BlobEventQueue(Construct scope, String id, BlobEventQueueProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        this.zone = props.zone();
        this.topic = props.topic() == null ? newTopic(props.name()) : ofTheAccount(props.topic());
        IStorageAccount account = props.queueAccount() == null ? zone.lake() : props.queueAccount();
        this.queue = new Queue(
                this,
                "Queue",
                QueueProps.builder().account(account).name(props.name()).build());
        this.deadLetter =
                props.deadLetter() == null ? newZone(props.name() + "-dead-letter") : apart(props.deadLetter());
        this.subscription = new EventSubscription(this, "Subscription", subscription(props));
    }

    /** The topic of the zone's account, for further subscriptions and for alerts. */
    public ISystemTopic topic() {
        return topic;
    }

    /** Where the messages are. */
    public IQueue queue() {
        return queue;
    }

    /** Where the events are that did not get into the queue. */
    public Zone deadLetter() {
        return deadLetter;
    }

    /** What fills the queue. */
    public EventSubscription subscription() {
        return subscription;
    }

    /** Lets a principal, such as a function app, take messages from the queue and read the blobs that they are about. */
    public Grant grantProcess(Principal principal) {
        return queue.grantProcess(principal).and(zone.grantRead(principal));
    }

    private EventSubscriptionProps subscription(BlobEventQueueProps props) {
        try {
            return EventSubscriptionProps.builder()
                    .topic(topic)
                    .name(props.name())
                    .eventTypes(List.of(StorageEvent.BLOB_CREATED))
                    .subject(SubjectFilter.blobs(zone, props.path(), props.ending()))
                    .filters(props.filters())
                    .destination(new QueueDestination(queue, props.messageTimeToLive()))
                    .deadLetter(deadLetter)
                    .retryPolicy(props.retryPolicy())
                    .build();
        } catch (IllegalArgumentException e) {
            throw new ConstructException(this, String.valueOf(e.getMessage()));
        }
    }

    private ISystemTopic newTopic(String purpose) {
        return new SystemTopic(
                this,
                "Topic",
                SystemTopicProps.builder()
                        .source(EventSource.storageAccount(zone.lake()))
                        .purpose(purpose)
                        .build());
    }

    private ISystemTopic ofTheAccount(ISystemTopic given) {
        Contract.ask(this, given, "source", given::source).ifPresent(source -> {
            String sourceId = Contract.ask(this, source, "resourceId", source::resourceId);
            if (!Tokens.same(this, sourceId, zone.lake().accountId())) {
                throw new ConstructException(
                        this,
                        "the topic %s is not of the account of zone \"%s\""
                                .formatted(given.getNode().getPath(), zone.zoneName()));
            }
        });
        return given;
    }

    private Zone newZone(String name) {
        if (zone.lake() instanceof DataLake lake) {
            return lake.addZone(name, ZoneProps.builder().build());
        }
        throw new ConstructException(
                this,
                "zone \"%s\" is in a lake that is managed elsewhere: say which container is for the deadLetter"
                        .formatted(zone.zoneName()));
    }

    /** A dead letter is a file as well, and would be the next event. */
    private Zone apart(Zone given) {
        if (given.zoneName().equals(zone.zoneName())
                && Tokens.same(this, given.lake().accountId(), zone.lake().accountId())) {
            throw new ConstructException(
                    this,
                    "zone \"%s\" is watched and cannot be the deadLetter: what is written there is an event"
                            .formatted(zone.zoneName()));
        }
        return given;
    }
}
