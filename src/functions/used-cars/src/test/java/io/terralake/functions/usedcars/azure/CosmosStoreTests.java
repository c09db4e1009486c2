package io.terralake.functions.usedcars.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.usedcars.Car;
import io.terralake.functions.usedcars.Filters;
import io.terralake.functions.usedcars.MemoryStore;
import io.terralake.functions.usedcars.Position;
import io.terralake.functions.usedcars.Store;
import io.terralake.functions.usedcars.StoreException;
import io.terralake.functions.usedcars.TestCars;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Both stores give the same answers on the same listings. */
class CosmosStoreTests {
    private static final List<Car> CARS = new ArrayList<>(TestCars.FIVE);
    private static final List<String> BRANDS =
            new ArrayList<>(List.of("Nissan", "Mazda", "Toyota", "BMW", "O'Neil \"é\" \\", "x' OR true --"));
    private static final List<String> MODELS = List.of("A", "B", "1;2", "@model");

    private static CosmosDouble cosmos;

    private final Store memory = new MemoryStore(CARS);
    private final Store store = new CosmosStore(cosmos.container());

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        CARS.addAll(TestCars.generated(9, 150));
        cosmos = CosmosDouble.start();
        cosmos.put(CARS);
    }

    @AfterAll
    static void stop() {
        if (cosmos != null) {
            cosmos.close();
        }
    }

    @Test
    void listsTheSame() {
        Random random = new Random(3);
        for (int i = 0; i < 100; i++) {
            Filters filters = filters(random);
            Position after = random.nextInt(3) == 0 ? null : Position.of(CARS.get(random.nextInt(CARS.size())));
            int most = 1 + random.nextInt(101);
            assertThat(store.listings(filters, after, most))
                    .as("%s, %s, %d", filters, after, most)
                    .isEqualTo(memory.listings(filters, after, most));
        }
        assertThat(store.listings(Filters.NONE, null, 101)).hasSize(101);
    }

    @Test
    void givesTheSameLastListing() {
        assertThat(store.lastListing("AAA111").orElseThrow().listed()).isEqualTo("2021-05-01");
        assertThat(store.lastListing("ZZZ000")).isEmpty();
        for (Car car : CARS.subList(0, 20)) {
            assertThat(store.lastListing(car.rego())).isEqualTo(memory.lastListing(car.rego()));
        }
    }

    @Test
    void givesTheSameFigures() {
        assertThat(store.choices()).isEqualTo(memory.choices());
        Random random = new Random(4);
        for (int i = 0; i < 30; i++) {
            Filters filters = i == 0 ? Filters.NONE : filters(random);
            assertThat(store.turnover(filters)).as("%s", filters).isEqualTo(memory.turnover(filters));
            assertThat(store.prices(filters)).as("%s", filters).isEqualTo(memory.prices(filters));
            assertThat(store.days(filters)).as("%s", filters).isEqualTo(memory.days(filters));
        }
    }

    @Test
    void saysThatAContainerCannotBeRead() {
        Store none = new CosmosStore(cosmos.container("none"));
        assertThatThrownBy(() -> none.lastListing("AAA111"))
                .isInstanceOf(StoreException.class)
                .hasMessage("the container none cannot be read");
    }

    private static Filters filters(Random random) {
        return new Filters(
                some(random, BRANDS),
                some(random, MODELS),
                some(random, List.of(2019, 2020, 2021)),
                some(random, List.of(0, 20_000, 60_000)),
                some(random, List.of(20_000, 60_000, 2_147_483_647)));
    }

    private static <T> @Nullable T some(Random random, List<T> values) {
        return random.nextInt(3) > 0 ? null : values.get(random.nextInt(values.size()));
    }
}
