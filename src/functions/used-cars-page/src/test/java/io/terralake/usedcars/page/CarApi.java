package io.terralake.usedcars.page;

import static java.util.stream.Collectors.averagingInt;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summarizingInt;

import io.terralake.cars.UsedCar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The API's answers over a list of cars, as {@code stacks/used-cars/api/openapi.json} says; a page's token is the place that it begins at. */
record CarApi(List<UsedCar> cars) {
    private static final int PAGE = 25;

    /** @return what becomes the JSON of a 200 */
    Object answer(String path, Map<String, String> query) {
        return switch (path) {
            case "cars" -> page(query);
            case "statistics/turnover" -> Map.of("items", turnover(query));
            case "statistics/prices" -> Map.of("items", prices(query));
            case "statistics/days" -> Map.of("items", days(query));
            case "statistics/choices" -> choices();
            default -> throw new IllegalArgumentException(path);
        };
    }

    private Map<String, Object> page(Map<String, String> query) {
        List<UsedCar> all = matching(query)
                .sorted(Comparator.comparing(UsedCar::rego).thenComparing(UsedCar::listed))
                .toList();
        int begin = Integer.parseInt(query.getOrDefault("continuationToken", "0"));
        int end = Math.min(begin + PAGE, all.size());
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", all.subList(begin, end).stream().map(CarApi::car).toList());
        if (end < all.size()) {
            page.put("continuationToken", String.valueOf(end));
        }
        return page;
    }

    private List<Object> turnover(Map<String, String> query) {
        Map<List<String>, List<UsedCar>> models =
                matching(query).collect(groupingBy(car -> List.of(car.brand(), car.model())));
        List<Object> items = new ArrayList<>();
        models.keySet().stream()
                .sorted(Comparator.comparing((List<String> key) -> key.get(0)).thenComparing(key -> key.get(1)))
                .forEach(key -> {
                    List<UsedCar> group = models.get(key);
                    double average = group.stream().collect(averagingInt(UsedCar::turnover));
                    items.add(Map.of(
                            "brand", key.get(0),
                            "model", key.get(1),
                            "listings", group.size(),
                            "averageTurnover", average));
                });
        return items;
    }

    private List<Object> prices(Map<String, String> query) {
        Map<Integer, IntSummaryStatistics> classes = matching(query)
                .collect(groupingBy(
                        car -> car.odometer() / 10_000 * 10_000, TreeMap::new, summarizingInt(UsedCar::price)));
        List<Object> items = new ArrayList<>();
        classes.forEach((odometer, price) -> items.add(Map.of(
                "odometer", odometer,
                "listings", price.getCount(),
                "averagePrice", price.getAverage(),
                "lowestPrice", price.getMin(),
                "highestPrice", price.getMax())));
        return items;
    }

    private List<Object> days(Map<String, String> query) {
        List<Object> items = new ArrayList<>();
        matching(query)
                .collect(groupingBy(UsedCar::listed, TreeMap::new, counting()))
                .forEach((day, listings) -> items.add(Map.of("date", day.toString(), "listings", listings)));
        return items;
    }

    private Map<String, Object> choices() {
        return Map.of(
                "brands", cars.stream().map(UsedCar::brand).distinct().sorted().toList(),
                "models", cars.stream().map(UsedCar::model).distinct().sorted().toList(),
                "years", cars.stream().map(UsedCar::year).distinct().sorted().toList());
    }

    private Stream<UsedCar> matching(Map<String, String> query) {
        return cars.stream()
                .filter(car -> query.getOrDefault("brand", car.brand()).equals(car.brand()))
                .filter(car -> query.getOrDefault("model", car.model()).equals(car.model()))
                .filter(car ->
                        query.getOrDefault("year", String.valueOf(car.year())).equals(String.valueOf(car.year())))
                .filter(car -> car.price() >= Integer.parseInt(query.getOrDefault("minPrice", "0")))
                .filter(car -> car.price() <= Integer.parseInt(query.getOrDefault("maxPrice", "2147483647")));
    }

    private static Map<String, Object> car(UsedCar car) {
        return Map.of(
                "Rego", car.rego(),
                "Brand", car.brand(),
                "Model", car.model(),
                "Trim", car.trim(),
                "Year", car.year(),
                "Odometer", car.odometer(),
                "Price", car.price(),
                "Date listed", car.listed().toString(),
                "Date removed", car.removed().toString(),
                "Turnover", car.turnover());
    }
}
