package io.terralake.registration.arm;

import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collections of ARM, which the client of generic resources cannot read. */
final class ArmCollections {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 200;
    private static final int MOST_PAGES = 100;

    private final HttpPipeline pipeline;
    private final String endpoint;
    private final Advice advice;

    /** @param endpoint ends with a slash */
    ArmCollections(HttpPipeline pipeline, String endpoint, Advice advice) {
        this.pipeline = pipeline;
        this.endpoint = endpoint.replaceAll("/+$", "") + "/";
        this.advice = advice;
    }

    List<JsonNode> list(String path, String apiVersion) {
        List<JsonNode> resources = new ArrayList<>();
        String url = url(path, apiVersion);
        for (int pages = 0; !url.isEmpty() && pages < MOST_PAGES; pages++) {
            // The token goes to nobody else, whatever a page says.
            if (!url.startsWith(endpoint)) {
                throw new ArmException(0, "the next page is at another host: " + url);
            }
            JsonNode page = page(url, path);
            page.path("value").forEach(resources::add);
            url = page.path("nextLink").asText("");
        }
        return resources;
    }

    List<JsonNode> firstPage(String path, String apiVersion, Map<String, String> query) {
        StringBuilder url = new StringBuilder(url(path, apiVersion));
        query.forEach((name, value) -> url.append('&').append(name).append('=').append(encoded(value)));
        List<JsonNode> resources = new ArrayList<>();
        page(url.toString(), path).path("value").forEach(resources::add);
        return resources;
    }

    private String url(String path, String apiVersion) {
        return "%s%s?api-version=%s".formatted(endpoint, path, apiVersion);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode page(String url, String path) {
        try (HttpResponse response = pipeline.sendSync(new HttpRequest(HttpMethod.GET, url), Context.NONE)) {
            JsonNode body = json(response.getBodyAsBinaryData().toString());
            if (response.getStatusCode() == OK) {
                return body;
            }
            JsonNode error = body.path("error");
            String said = error.has("code")
                    ? "%s: %s"
                            .formatted(
                                    error.path("code").asText(),
                                    error.path("message").asText())
                    : "HTTP %d".formatted(response.getStatusCode());
            throw ArmException.refused(response.getStatusCode(), said, "/" + path, advice);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
