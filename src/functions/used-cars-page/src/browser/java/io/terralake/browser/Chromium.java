package io.terralake.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own browser; none is downloaded. */
public final class Chromium implements AutoCloseable {
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    /** Why tests were skipped. */
    public static final String MISSING = "there is no Chromium, neither TERRALAKE_CHROMIUM nor chromium, chromium-browser or "
            + "google-chrome on the PATH";

    /**
     * Starts it.
     *
     * @param driver what {@code vendor.mjs} of the used cars' page lays out in {@code target/driver}
     * @throws IllegalStateException unless there is a browser
     */
    public Chromium(Path driver) {
        Path program = find().orElseThrow(() -> new IllegalStateException("no Chromium on the PATH"));
        // The Node.js is the one that builds everything else.
        System.setProperty(
                "playwright.cli.dir",
                driver.toAbsolutePath().toString());
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        onPath("node").orElse(Path.of("node")).toString())));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }

    /** {@code TERRALAKE_CHROMIUM}, else the first of the usual names on the {@code PATH}. */
    public static Optional<Path> find() {
        String named = System.getenv("TERRALAKE_CHROMIUM");
        return named != null
                ? Optional.of(Path.of(named))
                : Stream.of("chromium", "chromium-browser", "google-chrome")
                        .flatMap(name -> onPath(name).stream())
                        .findFirst();
    }

    private static Optional<Path> onPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Stream.of(Path.of(folder, name), Path.of(folder, name + ".exe")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
