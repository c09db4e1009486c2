package io.terralake.settings;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads settings in two passes: the schema finds what is malformed; then whatever part is well-formed is asked for its
 * own rules. So one run reports every mistake.
 */
final class SettingsReader {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private SettingsReader() {}

    static EnvironmentSettings read(Path file) {
        JsonNode document = parse(file);
        Problems problems = new Problems();
        List<String> malformed = SettingsSchema.validate(document, problems);
        checkRules(document, EnvironmentSettings.class, "", malformed, problems);
        if (!problems.all().isEmpty()) {
            throw new InvalidSettingsException(file, problems.all());
        }
        return bind(document, EnvironmentSettings.class);
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new InvalidSettingsException(file, List.of(": no such file"));
        } catch (JsonProcessingException e) {
            throw new InvalidSettingsException(
                    file,
                    List.of(":%d:%d: %s"
                            .formatted(
                                    e.getLocation().getLineNr(),
                                    e.getLocation().getColumnNr(),
                                    e.getOriginalMessage())));
        } catch (IOException e) {
            throw new InvalidSettingsException(file, List.of(": cannot be read, " + e));
        }
    }

    private static void checkRules(
            JsonNode node, Class<?> type, String pointer, List<String> malformed, Problems problems) {
        if (!node.isObject() || !type.isRecord()) {
            return;
        }
        for (RecordComponent part : type.getRecordComponents()) {
            checkRules(node.path(part.getName()), part.getType(), pointer + "/" + part.getName(), malformed, problems);
        }
        if (Checked.class.isAssignableFrom(type)) {
            wellFormed(node, pointer, malformed)
                    .ifPresent(part -> ((Checked) bind(part, type)).check(problems.at(pointer)));
        }
    }

    /**
     * A part of the document without what is malformed deep inside it, such as a wrong value in one of several zones;
     * empty when the part's own properties are malformed and it cannot be judged as a whole.
     */
    private static Optional<JsonNode> wellFormed(JsonNode node, String pointer, List<String> malformed) {
        JsonNode copy = node.deepCopy();
        for (String place : malformed) {
            if (!place.equals(pointer) && !place.startsWith(pointer + "/")) {
                continue;
            }
            JsonPointer inside = JsonPointer.compile(place.substring(pointer.length()));
            if (inside.matches() || inside.tail().matches() || !(copy.at(inside.head()) instanceof ObjectNode parent)) {
                return Optional.empty();
            }
            parent.remove(inside.last().getMatchingProperty());
        }
        return Optional.of(copy);
    }

    private static <T> T bind(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema accepts what " + type.getSimpleName() + " does not", e);
        }
    }
}
