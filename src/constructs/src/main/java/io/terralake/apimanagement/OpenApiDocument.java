package io.terralake.apimanagement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An OpenAPI document, as far as API Management needs it.
 *
 * @param description of the whole; null when there is none
 */
record OpenApiDocument(String title, @Nullable String description) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    /** @throws IllegalArgumentException with everything that is wrong, by JSON pointer */
    static OpenApiDocument read(String text) {
        JsonNode json;
        try {
            json = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the OpenAPI document is no JSON, %d:%d: %s"
                    .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), e.getOriginalMessage()));
        }
        List<String> problems = new ArrayList<>();
        String version = json.path("openapi").asText();
        if (!version.matches("3\\.[01]\\.\\d+")) {
            problems.add("/openapi: version \"%s\" is not allowed: 3.0 or 3.1".formatted(version));
        }
        String title = json.at("/info/title").asText();
        if (title.isBlank()) {
            problems.add("/info/title: is missing");
        }
        checkOperations(json.path("paths"), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("the OpenAPI document: " + String.join("; ", problems));
        }
        return new OpenApiDocument(title, json.at("/info/description").textValue());
    }

    private static void checkOperations(JsonNode paths, List<String> problems) {
        Map<String, String> known = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    String pointer = "/paths/%s/%s"
                            .formatted(path.getKey().replace("~", "~0").replace("/", "~1"), operation.getKey());
                    checkId(operation.getValue().path("operationId").asText(), pointer, known, problems);
                }
            }
        }
        if (known.isEmpty() && problems.isEmpty()) {
            problems.add("/paths: there is no operation");
        }
    }

    private static void checkId(String id, String pointer, Map<String, String> known, List<String> problems) {
        if (id.isBlank()) {
            problems.add(pointer + ": operationId is missing");
            return;
        }
        String other = known.putIfAbsent(id, pointer);
        if (other != null) {
            problems.add("%s: operationId \"%s\" is that of %s too".formatted(pointer, id, other));
        }
    }
}
