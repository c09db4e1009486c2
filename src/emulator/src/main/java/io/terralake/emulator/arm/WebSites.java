package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Json;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The configuration of an app is written with the app and read beside it; secret parts of it are told to who asks by name only. */
final class WebSites implements Behaviour {
    private static final Set<String> APPS = Set.of("microsoft.web/sites", "microsoft.web/sites/slots");
    private static final String STATIC = "microsoft.web/staticsites";

    @Override
    public String says() {
        return "The configuration of an app is written with the app and read beside it; secrets in it are told to who asks by name only.";
    }

    @Override
    public boolean isFor(String type) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.startsWith("microsoft.web/sites") || lower.equals(STATIC);
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        if (!APPS.contains(id.type().toLowerCase(Locale.ROOT))
                || resource.at("/properties/siteConfig").isMissingNode()) {
            return;
        }
        ObjectNode given = Shape.object(resource, "/properties/siteConfig");
        List<ObjectNode> named = Shape.objects(given, "/appSettings");
        ObjectNode configuration = given.deepCopy();
        JsonNode settings = configuration.remove("appSettings");
        ObjectNode web = store.get(Space.RESOURCES, id.key() + "/config/web")
                .map(ObjectNode::deepCopy)
                .orElseGet(() -> config(id, "web"));
        Json.patch(web.withObject("/properties"), configuration);
        store.put(Space.RESOURCES, id.key() + "/config/web", web);
        if (settings != null) {
            ObjectNode app = config(id, "appsettings");
            named.forEach(setting ->
                    app.withObject("/properties").set(setting.path("name").asText(), setting.path("value")));
            store.put(Space.RESOURCES, id.key() + "/config/appsettings", app);
        }
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        if (!request.method().equals("POST")) {
            return Optional.empty();
        }
        if (id.above().type().equalsIgnoreCase(STATIC) && id.name().equalsIgnoreCase("listAppSettings")) {
            return Optional.of(Reply.json(200, at(id.above(), "appsettings", store)));
        }
        if (!id.name().equalsIgnoreCase("list")) {
            return Optional.empty();
        }
        ResourceId of = id.above();
        if (of.name().equalsIgnoreCase("backup")) {
            return Optional.of(Arm.notFound(of));
        }
        return Optional.of(Reply.json(200, at(of.above().above(), of.name(), store)));
    }

    private static ObjectNode at(ResourceId site, String name, Store store) {
        ObjectNode empty = config(site, name);
        return store.get(Space.RESOURCES, new ResourceId(empty.path("id").asText()).key())
                .orElse(empty);
    }

    private static ObjectNode config(ResourceId site, String name) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", "%s/config/%s".formatted(site.path(), name))
                .put("name", name)
                .put("type", site.type() + "/config");
        json.putObject("properties");
        return json;
    }
}
