package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.emulator.http.Reply;
import io.terralake.emulator.http.Request;
import io.terralake.emulator.http.Service;
import io.terralake.emulator.state.Guids;
import io.terralake.emulator.state.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Catalogs, schemas, volumes, tables, external locations and storage credentials, with what the service refuses: a parent that is not
 * there, a location that nothing covers or that is taken, the deletion of what has something in it.
 */
record UnityCatalog(Objects objects, LocationAccess access) implements Service {
    private static final Map<String, String> KINDS = Map.of(
            "catalogs", "catalog",
            "schemas", "schema",
            "volumes", "volume",
            "tables", Sql.TABLE,
            "external-locations", Locations.KIND,
            "storage-credentials", "storage-credential");
    private static final Pattern PATH = Pattern.compile("/unity-catalog/([a-z-]+)(?:/([^/]+))?$");
    private static final List<String> NOT_KEPT = List.of("skip_validation", "force", "name");

    @Override
    public Optional<Reply> answer(Request request) {
        if (request.path().endsWith("/metastore_summary") || request.path().endsWith("/current-metastore-assignment")) {
            return Optional.of(Reply.json(
                    200, Objects.object().put("metastore_id", metastore()).put("workspace_id", Objects.WORKSPACE)));
        }
        if (request.path().contains("/unity-catalog/") && request.path().contains("bindings")) {
            return Optional.of(Reply.json(200, bindings()));
        }
        Matcher path = PATH.matcher(request.path());
        if (!path.find() || !KINDS.containsKey(path.group(1))) {
            return Optional.empty();
        }
        String kind = KINDS.get(path.group(1));
        if (request.method().equals("POST")) {
            return Optional.of(create(kind, (ObjectNode) request.json()));
        }
        String name = path.group(2);
        if (name == null) {
            return Optional.of(Reply.json(200, Objects.list(path.group(1).replace('-', '_'), objects.all(kind))));
        }
        if (!objects.has(kind, name)) {
            return Optional.of(Objects.missing(name));
        }
        return Optional.of(
                switch (request.method()) {
                    case "PATCH" -> change(kind, name, request.json());
                    case "DELETE" ->
                        delete(kind, name, request.parameter("force").equalsIgnoreCase("true"));
                    default -> Objects.found(objects.get(kind, name), name);
                });
    }

    private Reply create(String kind, ObjectNode given) {
        String full = Stream.of("catalog_name", "schema_name", "name")
                .filter(given::has)
                .map(part -> given.path(part).asText())
                .reduce("%s.%s"::formatted)
                .orElse("");
        if (objects.has(kind, full)) {
            return Objects.error(409, "ALREADY_EXISTS", "%s '%s' already exists".formatted(kind, full));
        }
        Optional<Reply> refused = refused(kind, full, given);
        if (refused.isPresent()) {
            return refused.get();
        }
        ObjectNode json = given.deepCopy();
        json.remove("skip_validation");
        Json.complete(json, defaults(kind, full, given));
        objects.put(kind, full, json);
        if (kind.equals("catalog")) {
            String schema = full + ".default";
            objects.put(
                    "schema",
                    schema,
                    Objects.object()
                            .put("name", "default")
                            .put("full_name", schema)
                            .put("catalog_name", full));
        }
        return Reply.json(200, json);
    }

    private Optional<Reply> refused(String kind, String full, ObjectNode given) {
        String parent = full.contains(".") ? full.substring(0, full.lastIndexOf('.')) : "";
        if (kind.equals("schema") && !objects.has("catalog", parent)
                || List.of("volume", Sql.TABLE).contains(kind) && !objects.has("schema", parent)) {
            return Optional.of(Objects.missing(parent));
        }
        if (kind.equals(Locations.KIND)) {
            return access.refused(given);
        }
        String location =
                given.path("storage_location").asText(given.path("storage_root").asText());
        if (location.isEmpty()) {
            return Optional.empty();
        }
        if (new Locations(objects).covering(location).isEmpty()) {
            return Optional.of(Objects.refused("no external location covers " + location));
        }
        return Stream.of(Sql.TABLE, "volume")
                .flatMap(each -> objects.all(each).stream())
                .filter(each -> each.path("storage_location").asText().equals(location))
                .map(each -> Objects.refused("LOCATION_OVERLAP %s with %s"
                        .formatted(location, each.path("full_name").asText())))
                .findFirst();
    }

    private static ObjectNode defaults(String kind, String full, ObjectNode given) {
        ObjectNode json = Objects.object().put("full_name", full).put("owner", Objects.DEPLOYER);
        json.put("metastore_id", metastore()).put(kind.replace('-', '_') + "_id", Guids.of(kind, full));
        json.put("browse_only", false);
        switch (kind) {
            case "catalog" ->
                json.put("isolation_mode", "OPEN")
                        .put("catalog_type", "MANAGED_CATALOG")
                        .put("securable_type", "CATALOG")
                        .put("storage_location", given.path("storage_root").asText() + "/__unitystorage/catalogs/1");
            case Locations.KIND, "storage-credential" -> {
                json.put("id", Guids.of(kind, full)).put("isolation_mode", "ISOLATION_MODE_OPEN");
                json.put("created_at", 1).put("created_by", Objects.DEPLOYER);
                json.put("updated_at", 1).put("updated_by", Objects.DEPLOYER);
                if (kind.equals(Locations.KIND)) {
                    json.put("fallback", false).put("credential_id", Guids.of("credential", full));
                }
            }
            default -> {
                // Nothing more.
            }
        }
        return json;
    }

    private Reply change(String kind, String name, JsonNode change) {
        ObjectNode json = objects.get(kind, name).orElseThrow().deepCopy();
        change.properties().stream()
                .filter(field -> !NOT_KEPT.contains(field.getKey()))
                .forEach(field -> json.set(field.getKey(), field.getValue()));
        objects.put(kind, name, json);
        return Reply.json(200, json);
    }

    private Reply delete(String kind, String name, boolean force) {
        List<String> inside = Stream.of("schema", Sql.TABLE, "volume")
                .flatMap(each -> objects.names(each).stream())
                .filter(each -> each.startsWith(name + "."))
                .toList();
        if (!inside.isEmpty() && !force) {
            return Objects.refused("%s '%s' is not empty: %s".formatted(kind, name, inside));
        }
        List<String> users = kind.equals(Locations.KIND)
                ? new Locations(objects)
                        .users(objects.get(kind, name).orElseThrow().path("url").asText())
                : List.of();
        if (!users.isEmpty() && !force) {
            return Objects.refused("external location '%s' is used by %s".formatted(name, users));
        }
        inside.forEach(each -> Stream.of("schema", Sql.TABLE, "volume").forEach(of -> objects.remove(of, each)));
        objects.remove(kind, name);
        return Objects.done();
    }

    private static ObjectNode bindings() {
        ObjectNode json = Objects.object();
        json.putArray("bindings")
                .addObject()
                .put("workspace_id", Objects.WORKSPACE)
                .put("binding_type", "BINDING_TYPE_READ_WRITE");
        json.putArray("workspaces").add(Objects.WORKSPACE);
        return json;
    }

    private static String metastore() {
        return Guids.of("metastore");
    }
}
