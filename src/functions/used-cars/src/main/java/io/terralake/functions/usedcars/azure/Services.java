package io.terralake.functions.usedcars.azure;

import io.terralake.cars.CarGenerator;
import io.terralake.functions.http.Handler;
import io.terralake.functions.settings.Lazy;
import io.terralake.functions.settings.Settings;
import io.terralake.functions.usedcars.Api;
import io.terralake.functions.usedcars.Listings;
import io.terralake.functions.usedcars.Page;
import io.terralake.functions.usedcars.SignIn;
import io.terralake.functions.usedcars.Store;
import io.terralake.hub.CarHub;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Supplier;

/** What an instance of the app keeps between requests, made of its settings when it is first needed. */
final class Services {
    private final Handler api;
    private final Handler page;
    private final Handler listings;

    Services(Map<String, String> environment) {
        Settings settings = new Settings(environment);
        Lazy<Store> store = new Lazy<>(() -> CosmosStore.open(
                settings.get("CARS_COSMOS_ENDPOINT"),
                settings.get("CARS_COSMOS_DATABASE"),
                settings.get("CARS_COSMOS_CONTAINER")));
        Lazy<CarHub> hub = new Lazy<>(
                () -> CarHub.open(settings.get("LISTINGS_EVENTHUB_NAMESPACE"), settings.get("LISTINGS_EVENTHUB_NAME")));
        Supplier<Handler> pages = new Lazy<>(() -> new Page(SignIn.of(environment)));
        this.api = new Api(store).forRole(Api.ROLE).guarded();
        this.page = ((Handler) request -> pages.get().handle(request))
                .forRole(Page.ROLE)
                .guarded();
        this.listings = new Listings(
                        new CarGenerator(new SecureRandom()), cars -> hub.get().send(cars))
                .forRole(Listings.ROLE)
                .guarded();
    }

    Handler api() {
        return api;
    }

    Handler page() {
        return page;
    }

    Handler listings() {
        return listings;
    }
}
