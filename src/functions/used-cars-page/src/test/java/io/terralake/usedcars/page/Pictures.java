package io.terralake.usedcars.page;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.terralake.browser.Chromium;
import io.terralake.cars.CarGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Makes the pictures of the documentation: the page over 10,000 listings, light and dark. */
final class Pictures {
    private Pictures() {}

    public static void main(String[] args) throws IOException {
        CarApi api =
                new CarApi(Stream.generate(new CarGenerator(1)).limit(10_000).toList());
        try (PageServer server = new PageServer(api);
                Chromium chromium = new Chromium(Path.of("target", "driver"))) {
            picture(chromium, server, ColorScheme.LIGHT, Path.of(args[0], "used-cars-page.png"));
            picture(chromium, server, ColorScheme.DARK, Path.of(args[0], "used-cars-page-dark.png"));
        }
    }

    private static void picture(Chromium chromium, PageServer server, ColorScheme scheme, Path file) {
        Page page = chromium.browser()
                .newPage(new Browser.NewPageOptions()
                        .setViewportSize(1200, 1230)
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        page.navigate(server.address());
        page.waitForSelector("#status:has-text('10,000 listings found')");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        page.close();
    }
}
