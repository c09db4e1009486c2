package io.terralake.settings;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings in two passes: the schema finds what is malformed; then whatever part is well-formed is asked for its
 * own rules. So one run reports every mistake.
 */
final class SettingsReader {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final String TOKEN = "TfToken[";

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
        if (!(document instanceof ObjectNode object)) {
            throw new InvalidSettingsException(
                    file, List.of(": an object is expected, found %s".formatted(found(document))));
        }
        refuseTokens("", document, problems);
        MovedKeys.report(object, sections, problems);
        sections.stream()
                .filter(section -> !object.has(section.key()))
                .forEach(section -> object.putObject(section.key()));
        List<String> malformed = schema.validate(document, problems);
        WellFormed parts = new WellFormed(malformed, problems);
        JsonNode base = withoutSections(document);
        parts.check(base, EnvironmentSettings.class, "");
        Optional<EnvironmentSettings> settings =
                new WellFormed(outsideSections(malformed), problems).read(base, EnvironmentSettings.class, "");
        Map<String, Record> read = new TreeMap<>();
        for (Section<?> section : sections) {
            readSection(document.path(section.key()), section, settings, parts)
                    .ifPresent(own -> read.put(section.key(), own));
        }
        if (!problems.all().isEmpty()) {
            throw new InvalidSettingsException(file, problems.all());
        }
        return new Environment(name, settings.orElseThrow(), read);
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new InvalidSettingsException(file, List.of(": no such file"));
        } catch (JsonProcessingException e) {
            throw new InvalidSettingsException(
                    file, List.of("%s: %s".formatted(place(e.getLocation()), e.getOriginalMessage())));
        } catch (IOException e) {
            throw new InvalidSettingsException(file, List.of(": cannot be read, " + e));
        }
    }

    /** Nothing that is written down can be one of CDKTF's tokens: it would become whatever has that number. */
    private static void refuseTokens(String pointer, JsonNode node, Problems problems) {
        if (node.isTextual()) {
            refuseToken(pointer, node.textValue(), problems);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            refuseTokens("%s/%d".formatted(pointer, i), node.get(i), problems);
        }
        node.properties().forEach(field -> {
            String inside = pointer + JsonPointer.empty().appendProperty(field.getKey());
            refuseToken(inside, field.getKey(), problems);
            refuseTokens(inside, field.getValue(), problems);
        });
    }

    private static void refuseToken(String pointer, String text, Problems problems) {
        if (text.contains(TOKEN)) {
            problems.add(
                    pointer,
                    "\"%s\" is not allowed: with %s begins what CDKTF puts something else in for"
                            .formatted(text, TOKEN));
        }
    }

    /** What a document that nests too deep has none of. */
    private static String place(@Nullable JsonLocation location) {
        return location == null ? "" : ":%d:%d".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String found(JsonNode document) {
        return document.isMissingNode()
                ? "nothing"
                : document.getNodeType().name().toLowerCase(Locale.ROOT);
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

    private static Optional<? extends Record> readSection(
            JsonNode node, Section<?> section, Optional<EnvironmentSettings> settings, WellFormed parts) {
        String pointer = pointer(section);
        parts.check(node, section.type(), pointer);
        Optional<? extends Record> read = parts.read(node, section.type(), pointer);
        if (settings.isPresent() && read.orElse(null) instanceof SectionSettings own) {
            parts.ask(own, pointer, place -> own.check(settings.get(), place));
        }
        return read;
    }

    private static String pointer(Section<?> section) {
        return "/" + section.key();
    }
}
