package io.terralake.functions.usedcars.local;

import io.delta.kernel.Snapshot;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.exceptions.KernelException;
import io.terralake.functions.usedcars.Car;
import io.terralake.functions.usedcars.Choices;
import io.terralake.functions.usedcars.Day;
import io.terralake.functions.usedcars.Filters;
import io.terralake.functions.usedcars.ModelTurnover;
import io.terralake.functions.usedcars.OdometerClass;
import io.terralake.functions.usedcars.Position;
import io.terralake.functions.usedcars.Store;
import io.terralake.functions.usedcars.StoreException;
import java.io.IOException;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Listings in the silver table. They are in memory, and read again when the table has another version. */
final class SilverStore implements Store {
    private final SilverTable table;
    private Version version = new Version(-1, List.of());

    SilverStore(SilverTable table) {
        this.table = table;
    }

    private record Version(long number, List<Car> cars) {}

    @Override
    public List<Car> listings(Filters filters, @Nullable Position after, int most) {
        return cars(filters)
                .filter(car -> after == null || Position.of(car).compareTo(after) > 0)
                .limit(most)
                .toList();
    }

    @Override
    public Optional<Car> lastListing(String rego) {
        return cars(Filters.NONE).filter(car -> car.rego().equals(rego)).reduce((before, last) -> last);
    }

    @Override
    public List<ModelTurnover> turnover(Filters filters) {
        return groups(filters, car -> List.of(car.brand(), car.model()), Car::turnover).entrySet().stream()
                .map(group -> new ModelTurnover(
                        group.getKey().get(0),
                        group.getKey().get(1),
                        Math.toIntExact(group.getValue().getCount()),
                        group.getValue().getSum()))
                .sorted(ModelTurnover.ORDER)
                .toList();
    }

    @Override
    public List<OdometerClass> prices(Filters filters) {
        return groups(filters, car -> car.odometer() / OdometerClass.WIDTH * OdometerClass.WIDTH, Car::price)
                .entrySet()
                .stream()
                .map(group -> new OdometerClass(
                        group.getKey(),
                        Math.toIntExact(group.getValue().getCount()),
                        group.getValue().getSum(),
                        group.getValue().getMin(),
                        group.getValue().getMax()))
                .sorted(Comparator.comparing(OdometerClass::odometer))
                .toList();
    }

    @Override
    public List<Day> days(Filters filters) {
        return new TreeMap<>(cars(filters).collect(Collectors.groupingBy(Car::listed, Collectors.counting())))
                .entrySet().stream()
                        .map(day -> new Day(day.getKey(), Math.toIntExact(day.getValue())))
                        .toList();
    }

    @Override
    public Choices choices() {
        Choices.Builder choices = new Choices.Builder();
        cars(Filters.NONE).forEach(car -> choices.add(car.brand(), car.model(), car.year()));
        return choices.build();
    }

    private <K> Map<K, IntSummaryStatistics> groups(Filters filters, Function<Car, K> key, ToIntFunction<Car> value) {
        return cars(filters).collect(Collectors.groupingBy(key, Collectors.summarizingInt(value)));
    }

    private Stream<Car> cars(Filters filters) {
        return current().stream().filter(filters::match);
    }

    private synchronized List<Car> current() {
        try {
            Snapshot snapshot = table.snapshot();
            if (snapshot.getVersion() != version.number()) {
                List<Car> cars = table.read(snapshot).stream()
                        .sorted(Comparator.comparing(Position::of))
                        .toList();
                version = new Version(snapshot.getVersion(), cars);
            }
            return version.cars();
        } catch (KernelException | KernelEngineException | IOException e) {
            throw new StoreException("the silver table cannot be read", e);
        }
    }
}
