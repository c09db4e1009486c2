package io.terralake.simulators.cars;

import io.terralake.cars.UsedCar;
import io.terralake.hub.CarHub;
import io.terralake.input.InputException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends listings to an event hub, each as an event. */
final class HubSink implements CarSink {
    /**
     * Names as Azure has them:
     * <a href="https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules">rules</a>.
     */
    private static final Pattern NAME = Pattern.compile(
            "([A-Za-z][A-Za-z0-9-]{4,48}[A-Za-z0-9](?:\\.[A-Za-z0-9-]+)+)/([A-Za-z0-9](?:[A-Za-z0-9._-]{0,254}[A-Za-z0-9])?)");

    private final CarHub hub;

    private HubSink(CarHub hub) {
        this.hub = hub;
    }

    /** @throws InputException when a hub cannot be called so */
    static void check(String name) {
        match(name);
    }

    static HubSink open(String name) {
        Matcher parts = match(name);
        return new HubSink(CarHub.open(parts.group(1), parts.group(2)));
    }

    private static Matcher match(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new InputException(
                    "--hub \"%s\" is not allowed: a fully qualified namespace and a hub, such as cars.servicebus.windows.net/listings"
                            .formatted(name));
        }
        return parts;
    }

    @Override
    public void send(List<UsedCar> cars) throws IOException {
        hub.send(cars);
    }

    @Override
    public String unit() {
        return "batches";
    }

    @Override
    public void close() {
        hub.close();
    }

    @Override
    public String toString() {
        return hub.toString();
    }
}
