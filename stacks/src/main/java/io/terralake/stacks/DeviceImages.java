package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.eventgrid.ISystemTopic;
import io.terralake.settings.Environment;
import io.terralake.settings.Section;
import io.terralake.sql.SqlDatabase;
import io.terralake.sql.SqlDatabaseProps;
import io.terralake.storage.QueueLogs;
import java.time.Duration;
import software.constructs.Construct;

/**
 * Images of devices, from the container that a stream uploads them to, to a row for each: Event Grid tells a queue of every file, a function
 * takes the messages, sums the pixels and calls a procedure.
 */
public final class DeviceImages extends PlatformStack {
    /** The section {@code deviceImages} of an environment's settings. */
    public static final Section<DeviceImagesSettings> SETTINGS = Section.of("deviceImages", DeviceImagesSettings.class);

    /**
     * By so many messages the queue may grow in an hour: as many as a function that works takes in seconds, and fewer than the 240 images or
     * more that a single device makes while the function stands still.
     */
    private static final int BACKLOG = 100;

    private final ImageStore store;
    private final SqlDatabase database;

    public DeviceImages(Construct scope, Environment environment, LandingZone landingZone) {
        super(scope, "device-images", environment, landingZone.platform());
        DeviceImagesSettings own = environment.section(SETTINGS);
        this.store =
                new ImageStore(this, "Store", own, landingZone.encryptionKey().orElse(null));
        this.database = new SqlDatabase(
                this,
                "Database",
                SqlDatabaseProps.builder()
                        .server(landingZone.sqlServer())
                        .name("images")
                        .sizing(own.database())
                        .migrations("stacks/device-images/sql")
                        .build());
        new ImageFunctions(this, "Functions", landingZone.functionSubnet(), store, database, own.onlineEndpoint());
        addAlerts(new Alerts(this, landingZone.alerts()));
    }

    /** The database with a row for each image. */
    public SqlDatabase database() {
        return database;
    }

    private void addAlerts(Alerts alerts) {
        ISystemTopic topic = store.events().topic();
        alerts.onAny("undelivered-images", topic.metricDeadLettered(), "Events of images did not get into the queue");
        alerts.onAny("lost-images", topic.metricDropped(), "Events of images are lost");
        alerts.onLogs(
                "bad-images",
                QueueLogs.added(store.poison()),
                0,
                Duration.ofMinutes(15),
                "Images are not what they should be: the poison queue says why");
        alerts.onLogs(
                "waiting-images",
                QueueLogs.growth(store.events().queue()),
                BACKLOG,
                Duration.ofHours(1),
                "%d more files of images came within an hour than were processed".formatted(BACKLOG));
    }
}
