package io.terralake.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The JSON Schema of settings files, generated from the records and shipped with the library. */
final class SettingsSchema {
    static final String RESOURCE = "environment.schema.json";

    private static final int MOST_VALUES_NAMED = 10;
    private static final Schema SCHEMA = load();

    private SettingsSchema() {}

    /** Adds what is malformed to the problems and returns the pointers to it. */
    static List<String> validate(JsonNode document, Problems problems) {
        List<Error> errors = SCHEMA.validate(
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
        if (error.getKeyword().equals("enum")) {
            return "%s is not allowed: %s".formatted(value, allowed(value.asText(), error.getSchemaNode()));
        }
        return value.isContainerNode() ? error.getMessage() : "%s %s".formatted(value, error.getMessage());
    }

    /** Every allowed value when they are few, else the nearest to the one given. */
    private static String allowed(String given, JsonNode enumeration) {
        List<String> values = StreamSupport.stream(enumeration.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        if (values.size() <= MOST_VALUES_NAMED) {
            return "one of " + String.join(", ", values);
        }
        String nearest = values.stream()
                .sorted(Comparator.comparing(
                        value -> LevenshteinDistance.getDefaultInstance().apply(given, value)))
                .limit(3)
                .collect(Collectors.joining(", "));
        return "the nearest of %d values are %s".formatted(values.size(), nearest);
    }

    private static Schema load() {
        try (InputStream stream = SettingsSchema.class.getResourceAsStream(RESOURCE)) {
            JsonNode schema = SettingsReader.JSON.readTree(Objects.requireNonNull(stream));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
