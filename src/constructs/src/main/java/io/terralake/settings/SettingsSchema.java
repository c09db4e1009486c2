package io.terralake.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The JSON Schema of settings files: what every environment has, and a property for each section. */
final class SettingsSchema {
    private final ObjectNode json;
    private final Schema schema;

    private SettingsSchema(ObjectNode json) {
        this.json = json;
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json);
    }

    /** @throws IllegalArgumentException when two sections share a key, or one has the key of a base setting */
    static SettingsSchema of(List<Section<?>> sections) {
        ObjectNode json = load(EnvironmentSettings.class);
        ObjectNode properties = (ObjectNode) json.get("properties");
        Set<String> taken = new HashSet<>();
        properties.fieldNames().forEachRemaining(taken::add);
        for (Section<?> section : sections) {
            if (!taken.add(section.key())) {
                throw new IllegalArgumentException("the section \"%s\" of %s is taken by other settings"
                        .formatted(section.key(), section.type().getName()));
            }
            ObjectNode part = load(section.type());
            part.remove("$schema");
            properties.set(section.key(), part);
        }
        return new SettingsSchema(json);
    }

    ObjectNode json() {
        return json;
    }

    /** Adds what is malformed to the problems and returns the pointers to it. */
    List<String> validate(JsonNode document, Problems problems) {
        List<Error> errors = schema.validate(
                document,
                context -> context.executionConfig(
                        config -> config.locale(Locale.ENGLISH).formatAssertionsEnabled(true)));
        SchemaMessages messages = new SchemaMessages(json, document);
        errors.forEach(error -> problems.add(error.getInstanceLocation().toString(), messages.describe(error)));
        return errors.stream()
                .map(error -> error.getInstanceLocation().toString())
                .toList();
    }

    private static ObjectNode load(Class<?> type) {
        String resource = type.getSimpleName() + ".schema.json";
        try (InputStream stream = type.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "%s has no JSON Schema: put %s beside it, as RecordSchema of terralake-assertions writes it"
                                .formatted(type.getName(), resource));
            }
            return (ObjectNode) SettingsReader.JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
