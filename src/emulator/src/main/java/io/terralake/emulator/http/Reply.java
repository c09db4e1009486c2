package io.terralake.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a client is answered.
 *
 * @param headers beside those that every answer has
 * @param body empty for none
 */
public record Reply(int status, Map<String, String> headers, byte[] body) {
    private static final int NO_ANSWER = 0;

    /** No answer at all: the connection ends. */
    public static Reply none() {
        return new Reply(NO_ANSWER, Map.of(), new byte[0]);
    }

    boolean isNone() {
        return status == NO_ANSWER;
    }

    /** An answer without a body. */
    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0]);
    }

    /** An answer in JSON. */
    public static Reply json(int status, JsonNode json) {
        return text(status, "application/json; charset=utf-8", json.toString());
    }

    /** An answer in any type. */
    public static Reply text(int status, String contentType, String body) {
        return new Reply(status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /** An error as Azure Resource Manager, Microsoft Graph and the vaults write it. */
    public static Reply error(int status, String code, String message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putObject("error").put("code", code).put("message", message);
        return json(status, json);
    }

    /** The same answer with one more header. */
    public Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, Map.copyOf(all), body);
    }
}
