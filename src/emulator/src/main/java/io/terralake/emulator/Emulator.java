package io.terralake.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.arm.Arm;
import io.terralake.emulator.arm.DataPlaneRefusals;
import io.terralake.emulator.arm.Metadata;
import io.terralake.emulator.arm.Operations;
import io.terralake.emulator.arm.ResourceId;
import io.terralake.emulator.arm.Rights;
import io.terralake.emulator.databricks.Databricks;
import io.terralake.emulator.dataplane.AppPackages;
import io.terralake.emulator.dataplane.StorageAccounts;
import io.terralake.emulator.dataplane.Vaults;
import io.terralake.emulator.entra.Graph;
import io.terralake.emulator.entra.Login;
import io.terralake.emulator.http.Endpoint;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A stand-in of Azure's management plane on 127.0.0.1, for Terraform with its real providers: azurerm, azapi, azuread and databricks.
 * It has no data, no quotas, no prices and nobody's rights; what it shows is whether providers and configuration understand
 * each other.
 *
 * <pre>{@code
 * try (Emulator azure = Emulator.start(EmulatorOptions.defaults())) {
 *     ProcessBuilder terraform = new ProcessBuilder("terraform", "apply", "-auto-approve").inheritIO();
 *     azure.lead(terraform);
 *     terraform.start().waitFor();
 *     azure.resource("/subscriptions/…/resourceGroups/rg");
 * }
 * }</pre>
 */
public final class Emulator implements AutoCloseable {
    private static final List<String> NAMES = List.of(
            "localhost",
            "management.azure.com",
            "login.microsoftonline.com",
            "graph.microsoft.com",
            "*.vault.azure.net",
            "*.blob.core.windows.net",
            "*.dfs.core.windows.net",
            "*.file.core.windows.net",
            "*.queue.core.windows.net",
            "*.table.core.windows.net",
            "*.azuredatabricks.net",
            "*.7.azuredatabricks.net",
            "*.azurewebsites.net",
            "*.scm.azurewebsites.net",
            "*.documents.azure.com");

    private final Store store;
    private final Requests requests;
    private final Endpoint endpoint;
    private final Path authority;
    private final Duration propagation;

    private Emulator(Store store, Requests requests, Endpoint endpoint, Path authority, Duration propagation) {
        this.store = store;
        this.requests = requests;
        this.endpoint = endpoint;
        this.authority = authority;
        this.propagation = propagation;
    }

    /**
     * Starts one.
     *
     * @throws IOException when the port is taken, or the state file is none
     */
    public static Emulator start(EmulatorOptions options) throws IOException {
        Store store = options.state() == null ? Store.inMemory() : Store.in(options.state());
        Operations operations = new Operations();
        Duration propagation = options.roles();
        Rights rights = new Rights(store, propagation);
        DataPlaneRefusals data = new DataPlaneRefusals(store, rights, options.allowed());
        CompletableFuture<String> managementOrigin = new CompletableFuture<>();
        List<Service> services = List.of(
                new Login(),
                new Metadata(managementOrigin),
                operations,
                new Graph(store),
                new Vaults(store, data),
                new StorageAccounts(store, data),
                new AppPackages(store),
                new Databricks(store, rights),
                new Arm(store, operations, rights, options.allowed()));
        Requests requests = new Requests(services);
        Path authority = null;
        try {
            // Nobody else may read or replace it.
            authority = Files.createTempFile("emulator", ".pem");
            Endpoint endpoint = new Endpoint(options.port(), NAMES, requests::answer, requests::refused);
            managementOrigin.complete(endpoint.plainOrigin());
            Files.writeString(authority, endpoint.authority());
            return new Emulator(store, requests, endpoint, authority, propagation);
        } catch (IOException | RuntimeException e) {
            store.close();
            if (authority != null) {
                Files.deleteIfExists(authority);
            }
            throw e;
        }
    }

    /** The port of 127.0.0.1 that it listens at. */
    public int port() {
        return endpoint.port();
    }

    /**
     * The variables with which Terraform's providers come here and go nowhere else. The credentials in them are made up: who
     * deploys is {@code 00000000-0000-0000-0000-000000000003}.
     */
    public Map<String, String> environment() {
        return ProviderVariables.of(port(), endpoint.proxyPort(), authority);
    }

    /**
     * Makes a process that is not started yet come here: it gets {@link #environment()}, and loses the variables of ours that would lead it
     * elsewhere, or name another identity.
     */
    public void lead(ProcessBuilder process) {
        Map<String, String> variables = process.environment();
        variables.keySet().removeIf(ForeignVariables::isOne);
        variables.putAll(environment());
    }

    /** How long a role takes after its assignment until it works; zero when that is not looked at. */
    public Duration propagation() {
        return propagation;
    }

    /**
     * A resource as it is, a copy; empty when there is none.
     *
     * @throws IllegalArgumentException when the id is none
     */
    public Optional<ObjectNode> resource(String id) {
        String key = key(id);
        synchronized (requests) {
            return store.get(Space.RESOURCES, key).map(ObjectNode::deepCopy);
        }
    }

    /** The ids of all resources of a type, such as {@code Microsoft.Storage/storageAccounts}. */
    public List<String> resources(String type) {
        synchronized (requests) {
            return store.all(Space.RESOURCES).stream()
                    .filter(resource -> resource.path("type").asText().equalsIgnoreCase(type))
                    .map(resource -> resource.path("id").asText())
                    .toList();
        }
    }

    /** All resources, copies, by id. */
    public Map<String, ObjectNode> resources() {
        synchronized (requests) {
            Map<String, ObjectNode> all = new TreeMap<>();
            store.all(Space.RESOURCES).forEach(each -> all.put(each.path("id").asText(), each.deepCopy()));
            return all;
        }
    }

    /**
     * Adds a resource behind Terraform's back, or writes one anew.
     *
     * @param resource its body, such as {@code {"location": …, "properties": {…}}}
     * @throws IllegalArgumentException when Azure would refuse it
     */
    public void add(String id, ObjectNode resource) {
        key(id);
        Reply reply = requests.emulated(new Request(
                "PUT",
                "https://management.azure.com",
                "management.azure.com",
                id,
                Map.of("api-version", "2024-01-01"),
                Map.of("host", "management.azure.com"),
                resource.toString().getBytes(StandardCharsets.UTF_8)));
        if (reply.status() >= 400) {
            throw new IllegalArgumentException(
                    "%s is not added: %s".formatted(id, new String(reply.body(), StandardCharsets.UTF_8)));
        }
    }

    private static String key(String id) {
        ResourceId resource = new ResourceId(id);
        if (!id.startsWith("/") || id.endsWith("/") || !resource.isResource()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no id of a resource, such as /subscriptions/…/resourceGroups/rg".formatted(id));
        }
        return resource.key();
    }

    /**
     * Changes a resource behind Terraform's back.
     *
     * @throws IllegalArgumentException when there is none
     */
    public void change(String id, Consumer<ObjectNode> change) {
        synchronized (requests) {
            String key = key(id);
            ObjectNode resource = resource(id).orElseThrow(() -> new IllegalArgumentException("there is no " + id));
            change.accept(resource);
            store.put(Space.RESOURCES, key, resource);
        }
    }

    /**
     * Takes a resource away behind Terraform's back, with all that is below it.
     *
     * @throws IllegalArgumentException when there is none
     */
    public void remove(String id) {
        synchronized (requests) {
            String key = key(id);
            if (store.remove(Space.RESOURCES, key).isEmpty()) {
                throw new IllegalArgumentException("there is no " + id);
            }
            List.copyOf(store.below(Space.RESOURCES, key + "/").keySet())
                    .forEach(each -> store.remove(Space.RESOURCES, each));
        }
    }

    /** Answers the next requests that match with something else, each fault as often as it says. */
    public void inject(Fault fault) {
        requests.inject(fault);
    }

    /** Faults that did not happen yet, or not as often as they say: nothing was asked for that they match. */
    public List<Fault> pendingFaults() {
        return requests.pendingFaults();
    }

    /**
     * Lets something stand between clients and what is emulated, instead of what stood there before. What it throws, an assertion's failure too, is
     * answered with 501 and stands in {@link #notEmulated()}.
     */
    public void intercept(Interceptor interceptor) {
        requests.intercept(interceptor);
    }

    /** Requests that nothing here answers, such as {@code GET https://example.com/path}, each once. */
    public List<String> notEmulated() {
        return requests.notEmulated();
    }

    @Override
    public void close() throws IOException {
        endpoint.close();
        synchronized (requests) {
            // A request that is under way is carried out or not, but not half.
            store.close();
        }
        Files.deleteIfExists(authority);
    }
}
