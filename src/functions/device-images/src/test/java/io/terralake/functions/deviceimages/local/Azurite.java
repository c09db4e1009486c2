package io.terralake.functions.deviceimages.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Microsoft's own stand-in for a storage account, of npm's {@code azurite}, on ports that are free. */
final class Azurite implements Closeable {
    private static final Path SOURCES = Path.of("src/test/azurite");
    private static final Path FOLDER = Path.of("target/azurite");
    private static final String LISTENS = "successfully listening at ";
    private static final int LONGEST_INSTALL = 180;

    private final Process server;
    private final URI blobs;
    private final URI queues;

    private Azurite(Process server) throws IOException {
        this.server = server;
        BufferedReader output = server.inputReader();
        this.blobs = address(output);
        this.queues = address(output);
    }

    /** Starts it; skips the test where there is no npm, or it cannot install. */
    static Azurite start() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String name : List.of("package.json", "package-lock.json", ".npmrc")) {
            Files.write(FOLDER.resolve(name), Files.readAllBytes(SOURCES.resolve(name)));
        }
        assumeTrue(installed(), "blobs and queues are not tested: npm cannot install azurite");
        return new Azurite(new ProcessBuilder(
                        "node",
                        SOURCES.resolve("server.cjs").toString(),
                        FOLDER.toAbsolutePath().toString(),
                        "--inMemoryPersistence",
                        "--silent",
                        "--disableTelemetry",
                        "--skipApiVersionCheck",
                        "--blobHost=127.0.0.1",
                        "--blobPort=0",
                        "--queueHost=127.0.0.1",
                        "--queuePort=0",
                        "--tableHost=127.0.0.1",
                        "--tablePort=0")
                .redirectErrorStream(true)
                .start());
    }

    private static boolean installed() throws InterruptedException {
        if (Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))) {
            return true;
        }
        try {
            Process npm = new ProcessBuilder(
                            "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=0")
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("npm.txt").toFile())
                    .start();
            boolean ended = npm.waitFor(LONGEST_INSTALL, TimeUnit.SECONDS);
            npm.destroy();
            return ended && npm.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static URI address(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (!line.contains(LISTENS)) {
            line = output.readLine();
        }
        return URI.create(line.substring(line.indexOf(LISTENS) + LISTENS.length()));
    }

    URI blobs() {
        return blobs;
    }

    URI queues() {
        return queues;
    }

    LocalStorage storage() {
        return new LocalStorage(blobs, queues);
    }

    @Override
    public void close() {
        server.destroy();
    }
}
