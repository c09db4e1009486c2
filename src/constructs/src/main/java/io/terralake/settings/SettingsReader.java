package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonValue;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads settings in two passes: the schema finds what is malformed; then whatever part is well-formed is asked for its
 * own rules. So one run reports every mistake.
 */
final class SettingsReader {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<Section<?>> sections;
    private final SettingsSchema schema;

    SettingsReader(List<Section<?>> sections) {
        this.sections = List.copyOf(sections);
        this.schema = SettingsSchema.of(sections);
    }

    /**
     * Reads an environment.
     *
     * @throws InvalidSettingsException with every mistake in the file
     */
    Environment read(String name, Path file) {
        JsonNode document = parse(file);
        Problems problems = new Problems();
        if (document instanceof ObjectNode object) {
            MovedKeys.report(object, sections, problems);
            sections.stream()
                    .filter(section -> !object.has(section.key()))
                    .forEach(section -> object.putObject(section.key()));
        }
        List<String> malformed = schema.validate(document, problems);
        JsonNode base = withoutSections(document);
        checkRules(base, EnvironmentSettings.class, "", malformed, problems);
        Optional<EnvironmentSettings> settings = wellFormed(
                        base, EnvironmentSettings.class, "", outsideSections(malformed))
                .map(node -> bind(node, EnvironmentSettings.class));
        for (Section<?> section : sections) {
            checkSection(document.path(section.key()), section, settings, malformed, problems);
        }
        if (!problems.all().isEmpty()) {
            throw new InvalidSettingsException(file, problems.all());
        }
        Map<String, Record> read = new TreeMap<>();
        sections.forEach(section -> read.put(section.key(), bind(document.path(section.key()), section.type())));
        return new Environment(name, settings.orElseThrow(), read);
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

    /** What every environment has, by itself. */
    private JsonNode withoutSections(JsonNode document) {
        JsonNode base = document.deepCopy();
        if (base instanceof ObjectNode object) {
            object.remove(sections.stream().map(Section::key).toList());
        }
        return base;
    }

    private List<String> outsideSections(List<String> malformed) {
        return malformed.stream()
                .filter(place ->
                        sections.stream().noneMatch(section -> (place + "/").startsWith(pointer(section) + "/")))
                .toList();
    }

    private static void checkSection(
            JsonNode node,
            Section<?> section,
            Optional<EnvironmentSettings> settings,
            List<String> malformed,
            Problems problems) {
        checkRules(node, section.type(), pointer(section), malformed, problems);
        if (settings.isPresent() && node.isObject() && SectionSettings.class.isAssignableFrom(section.type())) {
            wellFormed(node, section.type(), pointer(section), malformed)
                    .ifPresent(part -> ((SectionSettings) bind(part, section.type()))
                            .check(settings.get(), problems.at(pointer(section))));
        }
    }

    private static String pointer(Section<?> section) {
        return "/" + section.key();
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
            wellFormed(node, type, pointer, malformed)
                    .ifPresent(part -> ((Checked) bind(part, type)).check(problems.at(pointer)));
        }
    }

    /**
     * A part of the document without malformed entries of its maps, such as one of several zones; empty when anything else
     * in it is malformed and it cannot be judged as a whole.
     */
    private static Optional<JsonNode> wellFormed(JsonNode node, Class<?> type, String pointer, List<String> malformed) {
        JsonNode copy = node.deepCopy();
        for (String place : malformed) {
            if (!place.equals(pointer) && !place.startsWith(pointer + "/")) {
                continue;
            }
            JsonPointer inside = JsonPointer.compile(place.substring(pointer.length()));
            if (isMap(type) && !inside.matches() && inside.tail().matches()) {
                // Reported already; what stands for it here must not lead to another report.
                ((ObjectNode) copy).put(inside.getMatchingProperty(), "reported");
                continue;
            }
            if (inside.matches() || inside.tail().matches() || !isMap(type, inside.getMatchingProperty())) {
                return Optional.empty();
            }
            ((ObjectNode) copy.get(inside.getMatchingProperty()))
                    .remove(inside.tail().getMatchingProperty());
        }
        return Optional.of(copy);
    }

    /** Whether a record is written as its only component, a map of texts. */
    private static boolean isMap(Class<?> type) {
        RecordComponent[] parts = type.getRecordComponents();
        return parts.length == 1
                && parts[0].getType() == Map.class
                && parts[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    private static boolean isMap(Class<?> type, String property) {
        return Arrays.stream(type.getRecordComponents())
                .anyMatch(part -> part.getName().equals(property) && part.getType() == Map.class);
    }

    private static <T> T bind(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema accepts what " + type.getSimpleName() + " does not", e);
        }
    }
}
