package io.terralake.functions.usedcars;

import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Listings that tests ask for. */
public final class TestCars {
    /** A car that is listed twice, one that is a bargain, one with a name that a careless query would stumble over. */
    public static final List<Car> FIVE = List.of(
            new Car("BBB222", "Toyota", "B", 2, 2019, 10_000, 20_000, "2020-01-01", "2020-01-02", 1),
            new Car("AAA111", "Toyota", "A", 1, 2020, 9_999, 10_000, "2020-01-01", "2020-01-11", 10),
            new Car("AAA111", "Toyota", "A", 1, 2020, 20_000, 8_001, "2021-05-01", "2021-05-04", 3),
            new Car("CCC333", "O'Neil \"é\" \\", "1;2", 3, 2021, 0, 0, "2022-02-02", "2022-02-02", 0),
            new Car("DDD444", "Mazda", "B", 1, 2020, 19_999, 2_147_483_647, "2021-05-01", "2022-05-01", 365));

    private TestCars() {}

    /** What the simulator makes, each key once. */
    public static List<Car> generated(long seed, int count) {
        return List.copyOf(Stream.generate(new CarGenerator(seed))
                .limit(count)
                .map(TestCars::of)
                .collect(Collectors.toMap(Position::of, car -> car, (first, second) -> second))
                .values());
    }

    static Car of(UsedCar car) {
        return new Car(
                car.rego(),
                car.brand(),
                car.model(),
                car.trim(),
                car.year(),
                car.odometer(),
                car.price(),
                car.listed().toString(),
                car.removed().toString(),
                car.turnover());
    }

    static Request get(String address) {
        return new Request("GET", URI.create(address), Map.of());
    }

    /** An answer as text: its status, then its headers but those that all have, then its body. */
    static String text(Response response) {
        Map<String, String> headers = new TreeMap<>(response.headers());
        headers.remove("X-Content-Type-Options");
        return "%d %s %s".formatted(response.status(), headers, new String(response.body(), StandardCharsets.UTF_8));
    }

    static String body(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
