package io.terralake.stacks;

import io.terralake.core.StackPart;
import io.terralake.entra.AppRole;
import io.terralake.entra.Application;
import io.terralake.entra.ApplicationProps;
import io.terralake.entra.MemberType;
import io.terralake.eventhub.IEventHub;
import io.terralake.functionapp.AppSetting;
import io.terralake.functionapp.FunctionApp;
import io.terralake.functionapp.FunctionAppProps;
import io.terralake.functionapp.IFunctionSubnet;
import io.terralake.identity.Deployer;
import io.terralake.network.Network;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.constructs.Construct;

/** The functions of used cars: they make listings, answer readers and serve the page. Nobody calls them without a role. */
final class CarsFunctions extends StackPart {
    /** Makes listings. */
    static final String GENERATE = "Listings.Generate";

    /** Reads listings and figures. */
    static final String READ = "Listings.Read";

    private final Application application;
    private final FunctionApp app;

    /**
     * @param subnet where the functions send from
     * @param store what they read
     * @param hub where they send listings to
     */
    CarsFunctions(Construct scope, String id, IFunctionSubnet subnet, CarsStore store, IEventHub hub) {
        super(scope, id);
        this.application = new Application(
                this,
                "Application",
                ApplicationProps.builder()
                        .purpose("used-cars")
                        .roles(List.of(
                                AppRole.ofPrograms(GENERATE, "Makes listings of used cars"),
                                new AppRole(
                                        READ,
                                        READ,
                                        "Reads listings of used cars and figures about them",
                                        Set.of(MemberType.APPLICATION, MemberType.USER))))
                        .build());
        this.app = new FunctionApp(
                this,
                "App",
                FunctionAppProps.builder()
                        .purpose("cars")
                        .subnet(subnet)
                        .application(application)
                        .callerServiceTags(callers())
                        .settings(settings(store, hub))
                        .build());
        hub.grantSend(app);
        store.container().grantRead(app);
        app.publish("src/functions/used-cars/target/used-cars.zip");
    }

    Application application() {
        return application;
    }

    FunctionApp app() {
        return app;
    }

    /** Workflows on the Consumption plan are outside of a private network. */
    private List<String> callers() {
        return Network.of(this).publicAccess() ? List.of() : List.of("LogicApps");
    }

    private Map<String, AppSetting> settings(CarsStore store, IEventHub hub) {
        return Map.of(
                "CARS_COSMOS_ENDPOINT", AppSetting.of(store.account().endpoint()),
                "CARS_COSMOS_DATABASE", AppSetting.of(store.database().databaseName()),
                "CARS_COSMOS_CONTAINER", AppSetting.of(store.container().containerName()),
                "LISTINGS_EVENTHUB_NAMESPACE", AppSetting.of(hub.host()),
                "LISTINGS_EVENTHUB_NAME", AppSetting.of(hub.eventHubName()),
                "PAGE_CLIENT_ID", AppSetting.of(application.clientId()),
                "PAGE_TENANT_ID", AppSetting.of(Deployer.of(this).tenantId()),
                // Entra adds the roles of whoever signs in.
                "PAGE_SCOPE", AppSetting.of(application.clientId() + "/.default"));
    }
}
