package io.terralake.registration.testing;

import io.terralake.emulator.http.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What requests must be like by Azure's published APIs. */
final class PublishedShapes {
    private static final Map<String, List<String>> FIELDS = Map.of(
            "datastores",
            List.of(
                    "datastoreType",
                    "accountName",
                    "filesystem",
                    "endpoint",
                    "protocol",
                    "description",
                    "tags",
                    "properties",
                    "serviceDataAccessAuthIdentity",
                    "credentials"),
            "versions",
            List.of("dataType", "dataUri", "description", "tags", "properties", "isAnonymous"),
            "privateEndpointConnections",
            List.of("privateEndpoint", "privateLinkServiceConnectionState", "groupIds", "provisioningState"));
    private static final Map<String, String> NEWEST =
            Map.of("$orderBy", "createdtime desc", "$top", "1", "listViewType", "All");

    /** By a part of the id; Azure ML's is that of everything else. */
    private static final Map<String, String> API_VERSIONS = Map.of(
            "/Microsoft.DataFactory/", "2018-06-01",
            "/Microsoft.Storage/", "2023-05-01",
            "/Microsoft.Sql/", "2023-08-01",
            "/Microsoft.KeyVault/", "2023-07-01",
            "/Microsoft.Web/", "2024-04-01");

    private PublishedShapes() {}

    static List<String> violations(Request request) {
        List<String> violations = new ArrayList<>();
        String path = request.path();
        if (!apiVersion(path).equals(request.parameter("api-version"))) {
            violations.add("api-version of " + path);
        }
        if (!"Bearer a-token".equals(request.header("Authorization"))) {
            violations.add("Authorization of " + path);
        }
        if (path.endsWith("/versions")) {
            NEWEST.forEach((name, value) -> {
                if (!value.equals(request.parameter(name))) {
                    violations.add("%s of %s".formatted(name, path));
                }
            });
        }
        if (request.method().equals("PUT")) {
            String kind = path.replaceFirst(".*/([^/]+)/[^/]+$", "$1");
            request.json().path("properties").fieldNames().forEachRemaining(field -> {
                if (!FIELDS.getOrDefault(kind, List.of()).contains(field)) {
                    violations.add("%s of %s".formatted(field, path));
                }
            });
        }
        return violations;
    }

    private static String apiVersion(String path) {
        return API_VERSIONS.entrySet().stream()
                .filter(version -> path.contains(version.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("2025-06-01");
    }
}
