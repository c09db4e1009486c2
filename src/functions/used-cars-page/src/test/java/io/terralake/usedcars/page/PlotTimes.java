package io.terralake.usedcars.page;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.terralake.browser.Chromium;
import io.terralake.cars.CarGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures how long the page takes to its plots over 100,000 listings, which the API adds up: from opening the page, and from the answers,
 * to the picture on the screen. Each round is a browser with nothing in its cache.
 */
final class PlotTimes {
    private static final int LISTINGS = 100_000;
    private static final int ROUNDS = 9;
    /** Notes for each plot when it was there and on the screen. */
    private static final String WATCH = """
            globalThis.drawn = {};
            new MutationObserver(() => {
              for (const id of ['turnover', 'prices', 'days']) {
                if (!(id in drawn) && document.querySelector(`#${id} .trace path`)) {
                  drawn[id] = undefined;
                  requestAnimationFrame(() => setTimeout(() => {
                    drawn[id] = performance.now();
                    document.documentElement.dataset.drawn = Object.values(drawn).filter(Boolean).length;
                  }));
                }
              }
            }).observe(document, { childList: true, subtree: true });
            """;

    private static final String TIMES = """
            () => {
              const calls = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/v1/statistics/'));
              const answered = (id) => calls.find(({ name }) => name.endsWith(id)).responseEnd;
              const [first] = Object.keys(drawn).sort((a, b) => drawn[a] - drawn[b]);
              return {
                answerToFirst: drawn[first] - answered(first),
                answersToAll: Math.max(...Object.values(drawn)) - Math.max(...Object.keys(drawn).map(answered)),
                openedToFirst: drawn[first],
              };
            }
            """;

    private PlotTimes() {}

    public static void main(String[] args) throws IOException {
        CarApi api =
                new CarApi(Stream.generate(new CarGenerator(1)).limit(LISTINGS).toList());
        try (PageServer server = new PageServer(api);
                Chromium chromium = new Chromium(Path.of("target", "driver"))) {
            times(chromium, server, 1);
            System.out.println("| processor | answer to first plot | answers to all plots | opening to first plot |");
            System.out.println("|---|---|---|---|");
            for (int slower : new int[] {1, 4}) {
                List<Map<String, Number>> rounds = IntStream.range(0, ROUNDS)
                        .mapToObj(round -> times(chromium, server, slower))
                        .toList();
                System.out.printf(
                        "| %s | %s | %s | %s |%n",
                        slower == 1 ? "this one" : slower + " times slower",
                        summary(rounds, "answerToFirst"),
                        summary(rounds, "answersToAll"),
                        summary(rounds, "openedToFirst"));
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Number> times(Chromium chromium, PageServer server, int slower) {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            JsonObject rate = new JsonObject();
            rate.addProperty("rate", slower);
            context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
            page.addInitScript(WATCH);
            page.navigate(server.address());
            page.waitForSelector("html[data-drawn='3']");
            return (Map<String, Number>) page.evaluate(TIMES);
        }
    }

    private static String summary(List<Map<String, Number>> rounds, String name) {
        double[] sorted = rounds.stream()
                .mapToDouble(round -> round.get(name).doubleValue())
                .sorted()
                .toArray();
        return "%.0f ms (%.0f to %.0f)".formatted(sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]);
    }
}
