package io.terralake.stacks;

import io.terralake.core.StackPart;
import io.terralake.identity.Principal;
import io.terralake.keyvault.IEncryptionKey;
import io.terralake.patterns.BlobEventQueue;
import io.terralake.patterns.BlobEventQueueProps;
import io.terralake.settings.GroupSettings;
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

/** Images as a stream of Spark uploads them, and a message for each file of them. */
final class ImageStore extends StackPart {
    private static final String EVENTS = "image-events";

    /** Long enough for somebody who comes back from a holiday. */
    private static final int DEAD_LETTER_DAYS = 30;

    private final Zone images;
    private final BlobEventQueue events;
    private final Queue poison;

    /**
     * @param settings which copies there are, when images are deleted, who uploads
     * @param encryption a key of one's own that images are encrypted with
     */
    ImageStore(Construct scope, String id, DeviceImagesSettings settings, @Nullable IEncryptionKey encryption) {
        super(scope, id);
        DataLake account = new DataLake(
                this,
                "Account",
                DataLakeProps.builder()
                        .purpose("images")
                        .replication(settings.replication())
                        .encryption(encryption)
                        .build());
        this.images = account.addZone(
                "images", ZoneProps.builder().tiering(settings.tiering()).build());
        // What a stream remembers is no image: nothing here is an event.
        Zone checkpoints = account.addZone("checkpoints", ZoneProps.builder().build());
        Tiering untilRead = Tiering.builder().deleteAfterDays(DEAD_LETTER_DAYS).build();
        this.events = new BlobEventQueue(
                this,
                "Events",
                BlobEventQueueProps.builder()
                        .zone(images)
                        .name(EVENTS)
                        // Beside its files Spark writes which of them are complete.
                        .ending(".json")
                        .deadLetter(account.addZone(
                                "dead-letters",
                                ZoneProps.builder().tiering(untilRead).build()))
                        .build());
        this.poison = new Queue(
                this,
                "Poison",
                QueueProps.builder()
                        .account(account)
                        // The name that the host of functions looks for.
                        .name(EVENTS + "-poison")
                        .build());
        for (GroupSettings group : settings.uploaders()) {
            Principal uploaders = Principal.group(group.name(), group.objectId());
            images.grantWrite(uploaders);
            checkpoints.grantWrite(uploaders);
        }
    }

    Zone images() {
        return images;
    }

    BlobEventQueue events() {
        return events;
    }

    /** Messages that nobody can make anything of, with the reason. */
    IQueue poison() {
        return poison;
    }
}
