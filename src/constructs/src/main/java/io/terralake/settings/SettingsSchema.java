package io.terralake.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The JSON Schema of settings files, generated from the records and shipped with the library. */
final class SettingsSchema {
    static final String RESOURCE = "environment.schema.json";

    private SettingsSchema() {}

    /** Adds what is malformed to the problems and returns the pointers to it. */
    static List<String> validate(JsonNode document, Problems problems) {
        List<Error> errors = schema().validate(
                        document,
                        context -> context.executionConfig(
                                config -> config.locale(Locale.ENGLISH).formatAssertionsEnabled(true)));
        for (Error error : errors) {
            problems.add(error.getInstanceLocation().toString(), describe(error, document));
        }
        return errors.stream()
                .map(error -> error.getInstanceLocation().toString())
                .toList();
    }

    private static String describe(Error error, JsonNode document) {
        JsonNode value = document.at(error.getInstanceLocation().toString());
        return value.isContainerNode() ? error.getMessage() : "%s %s".formatted(value, error.getMessage());
    }

    private static Schema schema() {
        try (InputStream stream = SettingsSchema.class.getResourceAsStream(RESOURCE)) {
            JsonNode schema = SettingsReader.JSON.readTree(Objects.requireNonNull(stream));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
