package io.terralake.functions.usedcars;

import java.util.Collection;
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

/** Listings in memory. */
public final class MemoryStore implements Store {
    private final List<Car> cars;

    /**
     * A store of what is there now.
     *
     * @param cars in any order, each key once
     */
    public MemoryStore(Collection<Car> cars) {
        this.cars = cars.stream().sorted(Comparator.comparing(Position::of)).toList();
    }

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
        return cars.stream().filter(filters::match);
    }
}
