package io.terralake.emulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.state.Json;
import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;

/** The configuration of an app is written with the app and read beside it; secret parts of it are told to who asks by name only. */
final class WebSites implements Behaviour {
    private static final String CONFIG = "Microsoft.Web/sites/config";

    @Override
    public String says() {
        return "The configuration of an app is written with the app and read beside it; secrets in it are told to who asks by name only.";
    }

    @Override
    public boolean isFor(String type) {
        return type.toLowerCase(Locale.ROOT).startsWith("microsoft.web/sites");
    }

    @Override
    public void stored(ResourceId id, ObjectNode resource, Store store) {
        if (!id.type().equalsIgnoreCase("Microsoft.Web/sites")
                || !(resource.at("/properties/siteConfig") instanceof ObjectNode given)) {
            return;
        }
        ObjectNode configuration = given.deepCopy();
        JsonNode settings = configuration.remove("appSettings");
        ObjectNode web = store.get(Space.RESOURCES, id.key() + "/config/web")
                .map(ObjectNode::deepCopy)
                .orElseGet(() -> config(id, "web"));
        Json.patch(web.withObject("/properties"), configuration);
        store.put(Space.RESOURCES, id.key() + "/config/web", web);
        if (settings != null) {
            ObjectNode app = config(id, "appsettings");
            settings.forEach(setting ->
                    app.withObject("/properties").set(setting.path("name").asText(), setting.path("value")));
            store.put(Space.RESOURCES, id.key() + "/config/appsettings", app);
        }
    }

    @Override
    public Optional<Reply> answer(Request request, ResourceId id, Store store) {
        if (!request.method().equals("POST") || !id.name().equalsIgnoreCase("list")) {
            return Optional.empty();
        }
        ResourceId of = id.above();
        if (of.name().equalsIgnoreCase("backup")) {
            return Optional.of(Arm.notFound(of));
        }
        return Optional.of(Reply.json(
                200,
                store.get(Space.RESOURCES, of.key())
                        .orElseGet(() -> config(of.above().above(), of.name()))));
    }

    private static ObjectNode config(ResourceId site, String name) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", "%s/config/%s".formatted(site.path(), name))
                .put("name", name)
                .put("type", CONFIG);
        json.putObject("properties");
        return json;
    }
}
