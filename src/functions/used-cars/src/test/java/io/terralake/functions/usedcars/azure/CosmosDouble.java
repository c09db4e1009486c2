package io.terralake.functions.usedcars.azure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CompositePath;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.IndexingPolicy;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.functions.usedcars.Car;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that answers as Cosmos DB does, of npm's {@code @vercel/cosmosdb-server}; {@code src/test/cosmos} has what is added to it. */
final class CosmosDouble implements Closeable {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SOURCES = Path.of("src/test/cosmos");
    private static final Path FOLDER = Path.of("target/cosmos");
    private static final int LONGEST_INSTALL = 180;

    private final Process server;
    private final CosmosClient client;
    private final CosmosContainer container;

    private CosmosDouble(Process server, String port) {
        this.server = server;
        System.setProperty("COSMOS.HTTP_CONNECTION_WITHOUT_TLS_ALLOWED", "true");
        this.client = new CosmosClientBuilder()
                .endpoint("http://127.0.0.1:" + port)
                .key("AAAA")
                .gatewayMode()
                .endpointDiscoveryEnabled(false)
                .buildClient();
        client.createDatabaseIfNotExists("cars");
        CosmosContainerProperties properties = new CosmosContainerProperties("cars", "/Rego");
        // What the query of listings needs, and the server checks.
        properties.setIndexingPolicy(new IndexingPolicy()
                .setCompositeIndexes(
                        List.of(List.of(new CompositePath().setPath("/Rego"), new CompositePath().setPath("/id")))));
        client.getDatabase("cars").createContainerIfNotExists(properties);
        this.container = client.getDatabase("cars").getContainer("cars");
    }

    /** Starts it; skips the test where there is no npm, or it cannot install. */
    static CosmosDouble start() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String name : List.of("package.json", "package-lock.json", ".npmrc")) {
            Files.write(FOLDER.resolve(name), Files.readAllBytes(SOURCES.resolve(name)));
        }
        assumeTrue(installed(), "the queries of Cosmos DB are not run: npm cannot install @vercel/cosmosdb-server");
        Process server = new ProcessBuilder(
                        "node",
                        SOURCES.resolve("server.cjs").toString(),
                        FOLDER.toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = server.inputReader();
        return new CosmosDouble(server, output.readLine());
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

    CosmosContainer container() {
        return container;
    }

    CosmosContainer container(String name) {
        return client.getDatabase("cars").getContainer(name);
    }

    /** Puts listings there as the copy from the silver table does. */
    void put(List<Car> cars) {
        for (Car car : cars) {
            ObjectNode item = MAPPER.valueToTree(car);
            container.upsertItem(item.put("id", car.listed()));
        }
    }

    @Override
    public void close() {
        client.close();
        server.destroy();
    }
}
