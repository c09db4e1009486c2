package io.terralake.factory.content;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.factory.json.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads JSON in UTF-8, UTF-16 or UTF-32, with or without a byte order mark. */
final class JsonFiles {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Else the message would show the text, and a secret in it.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private JsonFiles() {}

    /**
     * Reads a file that holds an object.
     *
     * @param name how findings call it
     */
    static Optional<ObjectNode> read(Path path, String name, List<Finding> findings) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(path));
            if (json instanceof ObjectNode object) {
                return Optional.of(object);
            }
            findings.add(new Finding(name, "", "", "the file is no JSON object", false));
        } catch (JsonProcessingException e) {
            findings.add(new Finding(name, "", "", "the file is no JSON: " + said(e), false));
        } catch (IOException e) {
            findings.add(unreadable(name, e));
        }
        return Optional.empty();
    }

    /** The message of such an exception is often the path alone. */
    static Finding unreadable(String name, IOException e) {
        return new Finding(
                name, "", "", "cannot be read: " + e.getClass().getSimpleName().replace("Exception", ""), false);
    }

    private static String said(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        // A word without quotes may be a secret that lost its own.
        String message = e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst("^Unrecognized token '.*?':", "a word that is no value:")
                .replaceFirst(", from `.*`", "");
        return at == null ? message : "line %d, column %d: %s".formatted(at.getLineNr(), at.getColumnNr(), message);
    }
}
