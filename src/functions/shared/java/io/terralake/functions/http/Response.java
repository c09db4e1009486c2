package io.terralake.functions.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer, whoever sends it.
 *
 * @param status that of HTTP
 * @param headers by name
 * @param body may be empty
 */
public record Response(int status, Map<String, String> headers, byte[] body) {
    /** The status of an answer without problems. */
    public static final int OK = 200;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** An answer that no browser takes for something else. */
    public Response {
        headers = new TreeMap<>(headers);
        headers.put("X-Content-Type-Options", "nosniff");
    }

    /** Data, which nobody on the way keeps. */
    static Response json(int status, String type, Object value) {
        try {
            return new Response(
                    status, Map.of("Content-Type", type, "Cache-Control", "no-store"), MAPPER.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Data, which nobody on the way keeps.
     *
     * @param value becomes JSON
     * @return with status 200
     */
    public static Response json(Object value) {
        return json(OK, value);
    }

    /**
     * Data with another status.
     *
     * @param status that of HTTP
     * @param value becomes JSON
     * @return an answer that nobody on the way keeps
     */
    public static Response json(int status, Object value) {
        return json(status, "application/json", value);
    }

    /**
     * The same with further headers.
     *
     * @param more by name
     * @return another answer
     */
    public Response with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putAll(more);
        return new Response(status, all, body);
    }
}
