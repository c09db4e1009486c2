package io.terralake.simulators.cars;

import io.terralake.cars.UsedCar;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where listings go. {@code toString} names it to the user. */
interface CarSink extends Closeable {
    /**
     * Takes listings, and throws when it does not take all of them.
     *
     * @param cars at least one
     */
    void send(List<UsedCar> cars) throws IOException;

    /** What listings that are sent together become: {@code files}. */
    String unit();
}
