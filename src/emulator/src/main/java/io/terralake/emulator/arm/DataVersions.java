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
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Data assets of Azure ML. People name versions as they like; only numbers count for what the asset says of the latest and the next.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/azureml/data-containers">Data Containers</a>
 * @see <a href="https://learn.microsoft.com/rest/api/azureml/data-versions">Data Versions</a>
 */
final class DataVersions implements Behaviour {
    private static final String ASSET = "Microsoft.MachineLearningServices/workspaces/data";
    private static final String VERSION = ASSET + "/versions";
    private static final String SHORT = "azureml://datastores/";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    @Override
    public String says() {
        return "A data asset of Azure ML is there with its first version, and knows its latest and its next; a version stays as it was made, its"
                + " path says the workspace, and lists begin with the newest unless they are to begin with the oldest.";
    }

    @Override
    public boolean isFor(String type) {
        return type.equalsIgnoreCase(ASSET) || type.equalsIgnoreCase(VERSION);
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        if (!id.type().equalsIgnoreCase(VERSION)) {
            return;
        }
        Shape.object(resource, "/systemData").put("createdAt", Instant.now().toString());
        ResourceId asset = id.parent().orElseThrow();
        ResourceId workspace = asset.parent().orElseThrow();
        ObjectNode properties = resource.withObject("/properties");
        String uri = properties.path("dataUri").asText();
        if (uri.startsWith(SHORT)) {
            properties.put(
                    "dataUri", "azureml:/%s/datastores/%s".formatted(workspace.path(), uri.substring(SHORT.length())));
        }
        if (!store.has(Space.RESOURCES, asset.key())) {
            store.put(Space.RESOURCES, asset.key(), asset(asset));
        }
    }

    private static ObjectNode asset(ResourceId id) {
        ObjectNode asset = JsonNodeFactory.instance.objectNode();
        asset.put("id", id.path()).put("name", id.name()).put("type", ASSET).putObject("properties");
        return asset;
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        boolean version = id.type().equalsIgnoreCase(VERSION);
        if (request.method().equals("PUT") && version && store.has(Space.RESOURCES, id.key())) {
            return Optional.of(Reply.error(
                    409, "Conflict", "The version %s exists already and cannot be changed.".formatted(id.name())));
        }
        if (!request.method().equals("GET") || !isFor(id.type())) {
            return Optional.empty();
        }
        Optional<ObjectNode> asset =
                store.get(Space.RESOURCES, version ? id.above().key() : id.key());
        if (version && !id.isResource()) {
            return Optional.of(
                    asset.isEmpty()
                            ? Arm.notFound(id.above())
                            : list(request, store.children(Space.RESOURCES, id.key())));
        }
        return version ? Optional.empty() : asset.map(there -> Reply.json(200, counted(there, id, store)));
    }

    private static ObjectNode counted(ObjectNode asset, ResourceId id, Store store) {
        BigInteger latest = store.children(Space.RESOURCES, id.key() + "/versions").stream()
                .map(version -> version.path("name").asText())
                .filter(NUMBER.asMatchPredicate())
                .map(BigInteger::new)
                .max(Comparator.naturalOrder())
                .orElse(BigInteger.ZERO);
        ObjectNode counted = asset.deepCopy();
        ObjectNode properties = counted.withObject("/properties");
        properties.put("nextVersion", latest.add(BigInteger.ONE).toString());
        if (latest.signum() > 0) {
            properties.put("latestVersion", latest.toString());
        }
        return counted;
    }

    private static Reply list(Request request, List<ObjectNode> versions) {
        Comparator<ObjectNode> made = Comparator.comparing(
                version -> Instant.parse(version.at("/systemData/createdAt").asText()));
        boolean oldest = request.parameter("$orderBy").equalsIgnoreCase("createdtime asc");
        List<ObjectNode> ordered =
                versions.stream().sorted(oldest ? made : made.reversed()).toList();
        return Lists.page(request, ordered, "$top", ordered.size());
    }
}
