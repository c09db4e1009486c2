package io.terralake.emulator.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A change, as a line of the state file.
 *
 * @param json what there is now; none when it was taken away
 */
record Line(Space space, String key, @Nullable ObjectNode json) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String START = "{\"space\":\"";

    /** @throws IllegalArgumentException when it is none */
    static Line parse(byte[] bytes) {
        try {
            JsonNode line = JSON.readTree(bytes);
            JsonNode json = line.get("json");
            if (json != null && !json.isObject()) {
                throw new IllegalArgumentException("\"json\" must be an object");
            }
            return new Line(
                    Space.valueOf(line.required("space").asText()),
                    line.required("key").asText(),
                    (ObjectNode) json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Whether bytes without an end of line are the beginning of one, which a killed process leaves. */
    static boolean isCutOff(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!START.startsWith(text) && !text.startsWith(START)) {
            return false;
        }
        try {
            JSON.readTree(bytes);
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** With the end of the line. */
    byte[] bytes() {
        ObjectNode line = JSON.createObjectNode().put("space", space.name()).put("key", key);
        if (json != null) {
            line.set("json", json);
        }
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
