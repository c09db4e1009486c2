package io.terralake.usedcars.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.terralake.browser.Chromium;
import io.terralake.cars.UsedCar;
import io.terralake.usedcars.page.PageServer.Answer;
import io.terralake.usedcars.page.PageServer.Call;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A server and an empty browser for each test; no test may leave a message in the console but for those it expects. */
abstract class PageFixture {
    /** Six cars that the expectations are about, and 60 of another brand, which fill three pages. */
    static final List<UsedCar> CARS = Stream.concat(
                    Stream.of(
                            car("AAA001", "BMW", "A", 2020, 5_000, 60_000, "2020-01-01", 10),
                            car("AAA002", "BMW", "A", 2020, 12_000, 50_000, "2020-01-01", 20),
                            car("AAA003", "BMW", "B", 2021, 15_000, 40_000, "2020-01-05", 40),
                            car("AAA004", "Toyota", "A", 2021, 15_500, 30_000, "2020-01-06", 60),
                            car("AAA005", "Toyota", "C", 2022, 31_000, 20_000, "2020-01-06", 80),
                            car("AAA006", "Toyota", "C", 2022, 39_999, 10_000, "2020-01-07", 100)),
                    IntStream.range(100, 160)
                            .mapToObj(i -> car("MMM" + i, "Mazda", "D", 2019, 100_000, 15_000, "2019-06-01", 30)))
            .toList();

    private static final String MISSING = "tests of used cars' page are skipped: " + Chromium.MISSING;

    private static Chromium chromium;

    PageServer server;
    BrowserContext context;
    Page page;
    /** What the browser wrote as warning or error, violations of the policy among it. */
    final List<String> console = new ArrayList<>();

    private boolean refusals;

    static UsedCar car(
            String rego, String brand, String model, int year, int odometer, int price, String listed, int days) {
        LocalDate day = LocalDate.parse(listed);
        return new UsedCar(rego, brand, model, 1, year, odometer, price, day, day.plusDays(days));
    }

    @BeforeAll
    static void launch() {
        boolean found = Chromium.find().isPresent();
        if (!found) {
            System.out.println(MISSING);
        }
        assumeTrue(found, MISSING);
        chromium = new Chromium(Path.of("target", "driver"));
    }

    @AfterAll
    static void quit() {
        if (chromium != null) {
            chromium.close();
            chromium = null;
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = new PageServer(new CarApi(CARS));
        browse(new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    @AfterEach
    void leave() {
        List<String> left = console.stream()
                .filter(message -> !refusals || !message.startsWith("Failed to load resource:"))
                .toList();
        context.close();
        server.close();
        assertThat(left).isEmpty();
    }

    /** Another browser than the usual one, for this test. */
    final void browse(Browser.NewContextOptions options) {
        if (context != null) {
            context.close();
        }
        context = chromium.browser().newContext(options);
        context.setDefaultTimeout(15_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("warning", "error").contains(message.type())) {
                console.add(message.text());
            }
        });
        page.onPageError(console::add);
        page.addInitScript(
                "document.addEventListener('securitypolicyviolation', e => console.error(`policy: ${e.violatedDirective} ${e.blockedURI}`))");
    }

    /** Chromium writes a line for each answer that is an error, and for each call that fails: in this test it may. */
    final void expectRefusals() {
        refusals = true;
    }

    /** Opens the page with a query, "" for none, and waits until the status says so. */
    final void show(String query, String status) {
        page.navigate(server.address() + query);
        waitFor(status);
    }

    final void waitFor(String status) {
        PlaywrightAssertions.assertThat(page.locator("#status")).hasText(status);
    }

    final Locator part(String id) {
        return page.locator("#" + id);
    }

    final Locator field(String name) {
        return page.locator("[name=" + name + "]");
    }

    final Locator button(String name) {
        return page.locator("button", new Page.LocatorOptions().setHasText(name));
    }

    /** What plotly.js has drawn: a property of a trace as text, such as {@code [1,2]}. */
    final String drawn(String id, String path) {
        return (String) page.evaluate("JSON.stringify(document.querySelector('#%s .plot').%s)".formatted(id, path));
    }

    final String query() {
        return (String) page.evaluate("location.search");
    }

    /** The usual answer, not before the latch opens. */
    final Answer after(CountDownLatch latch, Call call) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return server.computed(call);
    }
}
