package io.terralake.cars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarGeneratorTests {

    @Test
    void theSameSeedGivesTheSameBytes() {
        assertThat(new CarGenerator(1).get().toJson())
                .isEqualTo(
                        "{\"Rego\":\"RAH344\",\"Brand\":\"Mazda\",\"Model\":\"C\",\"Trim\":2,\"Year\":2021,\"Odometer\":3503,"
                                + "\"Price\":60021,\"Date listed\":\"2021-06-22 00:00:00\",\"Date removed\":\"2021-08-25 00:00:00\"}");
        assertThat(cars(2, 100)).isEqualTo(cars(2, 100)).isNotEqualTo(cars(3, 100));
    }

    @Test
    void writesTheKeysInTheirOrder() {
        UsedCar car = new UsedCar(
                "LHZ303", "Toyota", "B", 2, 2020, 15200, 8900, LocalDate.of(2020, 2, 29), LocalDate.of(2020, 11, 8));
        assertThat(car.toJson())
                .isEqualTo("{\"Rego\":\"LHZ303\",\"Brand\":\"Toyota\",\"Model\":\"B\",\"Trim\":2,\"Year\":2020,"
                        + "\"Odometer\":15200,\"Price\":8900,\"Date listed\":\"2020-02-29 00:00:00\","
                        + "\"Date removed\":\"2020-11-08 00:00:00\"}");
        assertThat(car.turnover()).isEqualTo(253);
    }

    @Test
    void escapesWhatJsonEscapes() {
        UsedCar car = new UsedCar("\"", "\\", "é\n", 1, 1, 1, 1, LocalDate.EPOCH, LocalDate.EPOCH);
        assertThat(car.toJson()).startsWith("{\"Rego\":\"\\\"\",\"Brand\":\"\\\\\",\"Model\":\"é\\u000a\",");
    }

    @Test
    void everyValueIsInItsRangeAndTheEndsAreReached() {
        List<UsedCar> cars = cars(1, 200_000);
        assertThat(cars).allMatch(car -> car.rego().matches("[A-Z]{3}[0-9]{3}"));
        assertThat(cars).extracting(UsedCar::brand).containsOnly("Nissan", "Mazda", "Toyota", "BMW");
        assertThat(cars).extracting(UsedCar::model).containsOnly("A", "B", "C", "D");
        assertThat(range(cars, UsedCar::trim)).containsExactly(1, 3);
        assertThat(range(cars, UsedCar::year)).containsExactly(2017, 2022);
        assertThat(cars).allMatch(car -> car.odometer() >= 1_000 && car.odometer() <= 200_000);
        assertThat(cars).allMatch(car -> car.price() >= 5_000 && car.price() <= 100_000);
        assertThat(range(cars, UsedCar::turnover)).containsExactly(1, 365);
    }

    /** The program that this one replaces added up to 365 days to New Year. */
    @Test
    void noListingSpillsIntoTheNextYear() {
        List<UsedCar> cars = cars(1, 200_000);
        assertThat(cars).allMatch(car -> car.listed().getYear() == car.year());
        assertThat(cars)
                .extracting(UsedCar::listed)
                .contains(
                        LocalDate.of(2017, 1, 1),
                        LocalDate.of(2017, 12, 31),
                        LocalDate.of(2020, 2, 29),
                        LocalDate.of(2020, 12, 31),
                        LocalDate.of(2022, 12, 31));
    }

    @ParameterizedTest
    @CsvSource({"2019, 2019-12-31, 2020-12-30", "2020, 2020-12-31, 2021-12-31"})
    void theLastDayIsThatOfTheYear(int year, LocalDate listed, LocalDate removed) {
        UsedCar last = new CarGenerator(new Highest(year - 2017)).get();
        assertThat(last).isEqualTo(new UsedCar("ZZZ999", "BMW", "D", 3, year, 200_000, 100_000, listed, removed));
    }

    private static List<UsedCar> cars(long seed, int count) {
        return Stream.generate(new CarGenerator(seed)).limit(count).toList();
    }

    private static List<Integer> range(List<UsedCar> cars, ToIntFunction<UsedCar> value) {
        var all = cars.stream().mapToInt(value).summaryStatistics();
        return List.of(all.getMin(), all.getMax());
    }

    /** Gives the highest value that is allowed, only years are chosen. */
    private static final class Highest implements RandomGenerator {
        private final int year;

        Highest(int year) {
            this.year = year;
        }

        @Override
        public int nextInt(int bound) {
            return bound == 6 ? year : bound - 1;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }
    }
}
