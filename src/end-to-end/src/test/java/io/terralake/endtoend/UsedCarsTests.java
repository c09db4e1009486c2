package io.terralake.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Page;
import io.terralake.browser.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * From the generator to the page: 10,000 listings are made as files, merged by the Spark job, served from the table, and shown. What the page
 * shows is what one computes from the files.
 */
class UsedCarsTests {
    private static final int COUNT = 10_000;
    private static final int CLASS = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    static Path folder;

    private static List<JsonNode> made = List.of();
    private static String said = "";

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Path bronze = folder.resolve("bronze");
        Programs.makeCars(bronze, COUNT, "--seed", "7");
        said = Programs.mergeCars(folder);
        made = listings(bronze);
    }

    @AfterAll
    static void forget() {
        made = List.of();
    }

    @Test
    void showsWhatTheGeneratorMade() throws IOException {
        assertThat(said).contains("100 files: 10000 listings, 0 records in quarantine");
        boolean found = Chromium.find().isPresent();
        if (!found) {
            System.out.println("the page of used cars is not looked at: " + Chromium.MISSING);
        }
        assumeTrue(found, Chromium.MISSING);
        try (Programs.Dashboard dashboard = Programs.Dashboard.over(folder.resolve("silver"));
                Chromium chromium = new Chromium(Path.of("..", "functions", "used-cars-page", "target", "driver"))) {
            Page page = chromium.browser().newPage();
            page.navigate(dashboard.address());
            assertThat(page.locator("#status")).hasText("10,000 listings found");
            isAsMade(page, made);

            page.locator("[name=brand]").selectOption("BMW");
            page.locator("button", new Page.LocatorOptions().setHasText("Apply"))
                    .click();
            List<JsonNode> some = made.stream()
                    .filter(car -> car.path("Brand").asText().equals("BMW"))
                    .toList();
            assertThat(page.locator("#status")).hasText("%,d listings found".formatted(some.size()));
            isAsMade(page, some);
        }
    }

    @Test
    void addsNothingWhenNothingIsNew() throws IOException, InterruptedException {
        assertThat(Programs.mergeCars(folder)).contains("0 files");
    }

    /** The three plots, value by value. */
    private static void isAsMade(Page page, List<JsonNode> cars) throws IOException {
        Map<String, IntSummaryStatistics> turnover = by(
                cars,
                car -> car.path("Brand").asText() + " " + car.path("Model").asText(),
                UsedCarsTests::turnover);
        isClose(
                drawn(page, "turnover", "data[0].y"),
                turnover.values().stream().map(IntSummaryStatistics::getAverage).toList());

        Map<Integer, IntSummaryStatistics> prices = by(
                cars,
                car -> car.path("Odometer").asInt() / CLASS,
                car -> car.path("Price").asInt());
        isClose(
                drawn(page, "prices", "data[1].x"),
                prices.keySet().stream().map(one -> one * CLASS + CLASS / 2.0).toList());
        isClose(
                drawn(page, "prices", "data[1].y"),
                prices.values().stream().map(IntSummaryStatistics::getAverage).toList());
        isClose(
                drawn(page, "prices", "data[0].base"),
                prices.values().stream().map(one -> (double) one.getMin()).toList());

        Map<String, IntSummaryStatistics> days =
                by(cars, car -> car.path("Date listed").asText().substring(0, 10), car -> 1);
        // Days without listings are zero, or left out between zeros.
        List<Integer> listings = new ArrayList<>();
        drawn(page, "days", "data[0].y").forEach(one -> listings.add(one.asInt()));
        assertThat(listings.stream().filter(one -> one > 0).toList())
                .isEqualTo(
                        days.values().stream().map(one -> (int) one.getCount()).toList());
    }

    private static <K extends Comparable<K>> Map<K, IntSummaryStatistics> by(
            List<JsonNode> cars, Function<JsonNode, K> key, Function<JsonNode, Integer> value) {
        return cars.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.summarizingInt(value::apply)));
    }

    private static int turnover(JsonNode car) {
        return (int) ChronoUnit.DAYS.between(day(car, "Date listed"), day(car, "Date removed"));
    }

    private static LocalDate day(JsonNode car, String field) {
        return LocalDate.parse(car.path(field).asText().substring(0, 10));
    }

    private static JsonNode drawn(Page page, String part, String path) throws IOException {
        Object text = page.evaluate("JSON.stringify(document.querySelector('#%s .plot').%s)".formatted(part, path));
        return JSON.readTree(String.valueOf(text));
    }

    private static void isClose(JsonNode shown, List<Double> expected) {
        assertThat(shown.size()).isEqualTo(expected.size()).isPositive();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(shown.get(i).asDouble()).as("value %d", i).isCloseTo(expected.get(i), within(0.001));
        }
    }

    private static List<JsonNode> listings(Path bronze) throws IOException {
        List<JsonNode> cars = new ArrayList<>();
        try (var files = Files.walk(bronze)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    cars.add(JSON.readTree(line));
                }
            }
        }
        assertThat(cars.stream()
                        .map(car -> car.path("Rego").asText()
                                + car.path("Date listed").asText()))
                .hasSize(COUNT)
                .doesNotHaveDuplicates();
        return cars;
    }
}
