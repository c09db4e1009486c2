package io.terralake.emulator.databricks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which external location covers which path. */
record Locations(Objects objects) {
    static final String KIND = "external-location";

    /** The external location that a path is in. */
    Optional<ObjectNode> covering(String path) {
        return objects.all(KIND).stream()
                .filter(location -> isIn(path, location.path("url").asText()))
                .findFirst();
    }

    /** The names of what lies in a location, catalogs included. */
    List<String> users(String url) {
        return Stream.of(Sql.TABLE, "volume", "catalog")
                .flatMap(kind -> objects.all(kind).stream())
                .filter(each -> isIn(each.path("storage_location").asText(), url))
                .map(each -> each.path("full_name").asText())
                .toList();
    }

    private static boolean isIn(String path, String url) {
        return (path + "/").startsWith(url.replaceFirst("/+$", "") + "/");
    }
}
