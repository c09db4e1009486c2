package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Data assets of Azure ML: a version stays as it was made, and its container knows the highest number and the next.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azureml/data-versions">Data versions</a>
 * @see <a href="https://learn.microsoft.com/rest/api/azureml/data-containers">Data containers</a>
 */
final class DataVersions implements Behaviour {
    private static final String CONTAINER = "microsoft.machinelearningservices/workspaces/data";
    private static final String VERSION = CONTAINER + "/versions";

    @Override
    public String says() {
        return "A version of a data asset of Azure ML is not written twice; the asset knows the highest number and the next, and lists the newest first.";
    }

    @Override
    public boolean isFor(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.equals(CONTAINER) || lower.equals(VERSION);
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        if (!id.type().toLowerCase(Locale.ROOT).equals(VERSION)) {
            return;
        }
        resource.putObject("systemData").put("createdAt", Instant.now().toString());
        ObjectNode properties = resource.withObject("/properties");
        String workspace = id.path().substring(0, id.key().lastIndexOf("/data/"));
        properties.put(
                "dataUri",
                properties
                        .path("dataUri")
                        .asText()
                        .replace("azureml://datastores", "azureml:/" + workspace + "/datastores"));
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        String type = id.type().toLowerCase(Locale.ROOT);
        if (request.method().equals("PUT") && type.equals(VERSION) && store.has(Space.RESOURCES, id.key())) {
            return Optional.of(Reply.error(
                    409, "Conflict", "The version %s exists already and cannot be changed.".formatted(id.name())));
        }
        if (!request.method().equals("GET")) {
            return Optional.empty();
        }
        if (id.isResource() && type.equals(CONTAINER) && !store.has(Space.RESOURCES, id.key())) {
            List<ObjectNode> versions = store.children(Space.RESOURCES, id.key() + "/versions");
            return versions.isEmpty() ? Optional.empty() : Optional.of(Reply.json(200, container(id, versions)));
        }
        if (!id.isResource() && type.equals(VERSION)) {
            List<ObjectNode> versions = store.children(Space.RESOURCES, id.key());
            return Optional.of(versions.isEmpty() ? Arm.notFound(id.above()) : newestFirst(request, versions));
        }
        return Optional.empty();
    }

    private static ObjectNode container(ResourceId id, List<ObjectNode> versions) {
        BigInteger latest = versions.stream()
                .map(version -> version.path("name").asText())
                .filter(name -> name.matches("\\d+"))
                .map(BigInteger::new)
                .max(Comparator.naturalOrder())
                .orElse(BigInteger.ZERO);
        ObjectNode container = JsonNodeFactory.instance
                .objectNode()
                .put("id", id.path())
                .put("name", id.name())
                .put("type", "Microsoft.MachineLearningServices/workspaces/data");
        ObjectNode properties = container
                .putObject("properties")
                .put("nextVersion", latest.add(BigInteger.ONE).toString());
        if (latest.signum() > 0) {
            properties.put("latestVersion", latest.toString());
        }
        return container;
    }

    private static Reply newestFirst(Request request, List<ObjectNode> versions) {
        Comparator<ObjectNode> byTime = Comparator.comparing(
                version -> Instant.parse(version.at("/systemData/createdAt").asText()));
        List<ObjectNode> sorted = versions.stream().sorted(byTime.reversed()).toList();
        return Lists.page(request, sorted, "$top", sorted.size());
    }
}
