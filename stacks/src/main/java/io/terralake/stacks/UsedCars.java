package io.terralake.stacks;

import io.terralake.core.PlatformStack;
import io.terralake.eventhub.Capture;
import io.terralake.eventhub.EventHub;
import io.terralake.eventhub.EventHubNamespace;
import io.terralake.eventhub.EventHubNamespaceProps;
import io.terralake.eventhub.EventHubProps;
import io.terralake.identity.Principal;
import io.terralake.settings.Environment;
import io.terralake.settings.EnvironmentSettings;
import io.terralake.settings.GroupSettings;
import io.terralake.settings.Section;
import io.terralake.storage.DataLake;
import io.terralake.storage.Zone;
import java.time.Duration;
import java.util.List;
import software.constructs.Construct;

/**
 * Listings of used cars, from who makes them to who reads them: a workflow calls the generator, which sends to an event hub, which is
 * captured into the lake; a pipeline merges what is new into a Delta table and copies what changed to Cosmos DB; an API and a page
 * show it. What was read is moved to the archive.
 */
public final class UsedCars extends PlatformStack {
    /** What the stack has of its own in an environment's settings. */
    public static final Section<UsedCarsSettings> SETTINGS = Section.of("usedCars", UsedCarsSettings.class);

    private static final String FOLDER = "used-cars";

    private final Alerts alerts;
    private final EventHub listings;

    public UsedCars(Construct scope, Environment environment, LandingZone landingZone, UnityCatalog unityCatalog) {
        super(scope, "used-cars", environment, landingZone.platform());
        this.alerts = new Alerts(this, landingZone.alerts());
        EnvironmentSettings shared = environment.settings();
        UsedCarsSettings own = environment.section(SETTINGS);
        DataLake lake = landingZone.lake();
        Zone bronze = lake.zone("bronze");
        Zone silver = lake.zone("silver");

        this.listings = addHub(own, bronze);
        ListingsJob job = new ListingsJob(this, "ListingsJob", landingZone.databricks(), bronze, silver, FOLDER);
        List<String> readers = own.readers().stream().map(GroupSettings::name).toList();
        new CarsSchema(this, "Tables", unityCatalog.addSchema(this, "used_cars", readers), job, unityCatalog.tables());
        CarsStore store = new CarsStore(
                this, "Store", own.cosmos(), landingZone.encryptionKey().orElse(null));
        new CarsPipeline(this, "Pipeline", landingZone, job, FOLDER, store);
        CarsFunctions functions = new CarsFunctions(this, "Functions", landingZone.functionSubnet(), store, listings);
        new CarsApi(
                this,
                "Api",
                functions,
                own.tier(shared.network().mode()),
                landingZone.apiManagementSubnet().orElse(null));
        own.readers()
                .forEach(group -> functions
                        .application()
                        .grantRole(Principal.group(group.name(), group.objectId()), CarsFunctions.READ));
        if (own.listingsPerRun() > 0) {
            GenerateWorkflow generate =
                    new GenerateWorkflow(this, "Generate", functions, own.listingsPerRun(), own.minutesBetweenRuns());
            alerts.onAny("failed-generator", generate.workflow().metricFailedRuns(), "Listings could not be made");
        }
        ArchiveWorkflow archive = new ArchiveWorkflow(
                this, "Archive", lake, bronze, lake.zone("archive"), silver, FOLDER + "/" + ListingsJob.PROCESSED);
        alerts.onAny("failed-archiver", archive.workflow().metricFailedRuns(), "Raw files could not be archived");
        alerts.onAvailability("cars", store.account().metricAvailability(), "Cosmos DB");
    }

    /** Where listings are sent to. */
    public EventHub listings() {
        return listings;
    }

    private EventHub addHub(UsedCarsSettings own, Zone bronze) {
        EventHubNamespace events = new EventHubNamespace(
                this,
                "Events",
                EventHubNamespaceProps.builder()
                        .throughputUnits(own.throughputUnits())
                        .maximumThroughputUnits(own.maximumThroughputUnits())
                        .build());
        alerts.onAny(
                "throttled-listings",
                events.metricThrottledRequests(),
                "The event hub refused listings: its throughput units are used up");
        return new EventHub(
                this,
                "Listings",
                EventHubProps.builder()
                        .namespace(events)
                        .name("listings")
                        // Long enough to mend a capture that stopped on a Friday.
                        .retention(Duration.ofDays(7))
                        .capture(Capture.builder().zone(bronze).folder(FOLDER).build())
                        .build());
    }
}
