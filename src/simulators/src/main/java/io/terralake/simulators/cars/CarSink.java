package io.terralake.simulators.cars;

import io.terralake.cars.UsedCar;
import java.io.IOException;
import java.util.List;

/** Where listings go. {@code toString} names it to the user. */
interface CarSink {
    /**
     * Takes listings, all of them or none.
     *
     * @param cars at least one
     */
    void send(List<UsedCar> cars) throws IOException;
}
