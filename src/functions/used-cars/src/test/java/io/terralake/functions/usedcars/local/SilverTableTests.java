package io.terralake.functions.usedcars.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.usedcars.Car;
import io.terralake.functions.usedcars.Filters;
import io.terralake.functions.usedcars.Position;
import io.terralake.functions.usedcars.Store;
import io.terralake.functions.usedcars.StoreException;
import io.terralake.functions.usedcars.TestCars;
import io.terralake.input.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads a table that the job made in two runs: from 400 listings of the simulator with the seed 5, then from 20 with the seed 6 and three
 * of the first, removed 10 days later than was said before.
 */
class SilverTableTests {
    private static final Path MADE = Path.of("src/test/resources/silver");
    private static final List<String> LATER = List.of("PAA465", "QYO577", "FYD279");

    @TempDir
    Path folder;

    private Path silver;

    @BeforeEach
    void copy() throws IOException {
        silver = Files.createDirectories(folder.resolve("silver"));
        Files.createDirectories(silver.resolve("_delta_log"));
        for (Path file : list(MADE)) {
            Files.copy(file, silver.resolve(file.getFileName()));
        }
        version(0);
        version(1);
    }

    @Test
    void readsWhatTheJobWrote() {
        assertThat(all(new SilverStore(new SilverTable(silver)).get())).isEqualTo(sorted(TestCars.generated(5, 400)));
    }

    @Test
    void readsTheTableAgainWhenItHasAnotherVersion() throws IOException {
        SilverStore store = new SilverStore(new SilverTable(silver));
        Store first = store.get();
        assertThat(store.get()).isSameAs(first);
        version(2);
        List<Car> expected = new ArrayList<>(TestCars.generated(6, 20));
        TestCars.generated(5, 400).stream()
                .map(car -> LATER.contains(car.rego()) ? later(car) : car)
                .forEach(expected::add);
        assertThat(all(store.get())).hasSize(420).isEqualTo(sorted(expected));
        assertThat(all(first)).hasSize(400);
    }

    @Test
    void takesTheFolderThatItShould() {
        new SilverTable(silver).check();
    }

    @Test
    void refusesAFolderThatIsNoTable() {
        assertThatThrownBy(() -> new SilverTable(folder).check())
                .isInstanceOf(InputException.class)
                .hasMessage("--silver \"%s\" is no Delta table: the job used-cars makes one", folder);
        Path missing = folder.resolve("missing folder");
        assertThatThrownBy(() -> new SilverTable(missing).check())
                .isInstanceOf(InputException.class)
                .hasMessage("--silver \"%s\" is no Delta table: the job used-cars makes one", missing);
    }

    @Test
    void refusesATableOfSomethingElse() throws IOException {
        Path log = silver.resolve("_delta_log/00000000000000000000.json");
        Files.writeString(log, Files.readString(log).replace("\\\"Date removed\\\"", "\\\"Date sold\\\""));
        assertThatThrownBy(() -> new SilverTable(silver).check())
                .isInstanceOf(InputException.class)
                .hasMessage("--silver \"%s\" is no table of used cars: it has no columns [Date removed]", silver);
    }

    @Test
    void saysThatATableCannotBeRead() throws IOException {
        SilverStore store = new SilverStore(new SilverTable(silver));
        for (Path file : list(silver)) {
            Files.delete(file);
        }
        assertThatThrownBy(store::get).isInstanceOf(StoreException.class).hasMessage("the silver table cannot be read");
    }

    private void version(int number) throws IOException {
        String name = "_delta_log/%020d.json".formatted(number);
        Files.copy(MADE.resolve(name), silver.resolve(name));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Car later(Car car) {
        int days = 10;
        return new Car(
                car.rego(),
                car.brand(),
                car.model(),
                car.trim(),
                car.year(),
                car.odometer(),
                car.price(),
                car.listed(),
                LocalDate.parse(car.removed()).plusDays(days).toString(),
                car.turnover() + days);
    }

    private static List<Car> all(Store store) {
        return store.listings(Filters.NONE, null, Integer.MAX_VALUE);
    }

    private static List<Car> sorted(List<Car> cars) {
        return cars.stream().sorted(Comparator.comparing(Position::of)).toList();
    }
}
