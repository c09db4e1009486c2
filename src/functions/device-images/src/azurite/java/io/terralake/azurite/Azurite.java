package io.terralake.azurite;

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
public final class Azurite implements Closeable {
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

    /**
     * Starts it, with nothing in it; skips the test where there is no npm, or it cannot install.
     *
     * @param module the folder of {@code src/functions/device-images}, which has what npm installs below {@code target}
     * @return when it answers
     */
    public static Azurite start(Path module) throws IOException, InterruptedException {
        Path sources = module.resolve("src/azurite").toAbsolutePath();
        Path folder = Files.createDirectories(module.resolve("target/azurite")).toAbsolutePath();
        for (String name : List.of("package.json", "package-lock.json", ".npmrc")) {
            Files.write(folder.resolve(name), Files.readAllBytes(sources.resolve(name)));
        }
        assumeTrue(installed(folder), "blobs and queues are not there: npm cannot install azurite");
        return new Azurite(new ProcessBuilder(
                        "node",
                        sources.resolve("server.cjs").toString(),
                        folder.toString(),
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

    private static boolean installed(Path folder) throws InterruptedException {
        if (Files.exists(folder.resolve("node_modules/.package-lock.json"))) {
            return true;
        }
        try {
            Process npm = new ProcessBuilder(
                            "npm", "ci", "--no-audit", "--no-fund", "--prefer-offline", "--fetch-retries=0")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.txt").toFile())
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

    /** The address of its blob service. */
    public URI blobs() {
        return blobs;
    }

    /** The address of its queue service. */
    public URI queues() {
        return queues;
    }

    @Override
    public void close() {
        server.destroy();
    }
}
