package io.terralake.emulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a client asks for.
 *
 * @param method in capitals
 * @param origin where the client reached the emulator: scheme, name and port, such as {@code https://localhost:8443}
 * @param host whom the client believes it talks to, in lower case, without a port
 * @param path decoded, without a slash at its end or two in a row; empty for the root
 * @param query by names in lower case
 * @param headers by names in lower case
 * @param body as it came, empty when there is none
 */
public record Request(
        String method,
        String origin,
        String host,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The path in lower case: Azure looks at no letter case. */
    public String key() {
        return path.toLowerCase(Locale.ROOT);
    }

    /** The parts of the path. */
    public List<String> segments() {
        return path.isEmpty() ? List.of() : List.of(path.substring(1).split("/"));
    }

    /**
     * The body as JSON, an empty object when there is none.
     *
     * @throws MalformedJsonException when it is no JSON
     */
    public JsonNode json() {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new MalformedJsonException("%s, line %d, column %d"
                    .formatted(
                            e.getOriginalMessage(),
                            e.getLocation().getLineNr(),
                            e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw new MalformedJsonException(e.getMessage());
        }
    }

    /** A parameter of the query, empty when it is not given. */
    public String parameter(String name) {
        return query.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** A header, empty when it is not given. */
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body of a request is not the JSON that it should be. */
    public static final class MalformedJsonException extends RuntimeException {
        private static final long serialVersionUID = 1;

        MalformedJsonException(String message) {
            super(message);
        }
    }
}
