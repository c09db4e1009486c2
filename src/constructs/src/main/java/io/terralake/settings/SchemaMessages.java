package io.terralake.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.text.similarity.LevenshteinDistance;

/**
 * What a schema's errors say to whoever wrote the document: the value, and what is allowed.
 *
 * @param schema the schema
 * @param document the document
 */
record SchemaMessages(JsonNode schema, JsonNode document) {
    private static final int MOST_VALUES_NAMED = 10;

    String describe(Error error) {
        JsonNode value = document.at(error.getInstanceLocation().toString());
        return switch (error.getKeyword()) {
            case "enum" ->
                "%s is not allowed: %s".formatted(value, allowed(value.asText(), texts(error.getSchemaNode())));
            case "additionalProperties" ->
                "\"%s\" is not known: %s".formatted(error.getProperty(), allowed(error.getProperty(), known(error)));
            case "type" ->
                "%s is not allowed: %s is needed"
                        .formatted(
                                value.isContainerNode() ? type(value.isArray() ? "array" : "object") : value,
                                type(error.getSchemaNode().asText()));
            default -> value.isContainerNode() ? error.getMessage() : "%s %s".formatted(value, error.getMessage());
        };
    }

    private static String type(String name) {
        return ("aio".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
    }

    /** The properties that an object may have. */
    private List<String> known(Error error) {
        String keyword = error.getSchemaLocation().getFragment().toString();
        String object = keyword.substring(0, keyword.lastIndexOf('/'));
        return schema.at(object + "/properties").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> texts(JsonNode values) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** Every allowed value when they are few, else the nearest to the one given. */
    private static String allowed(String given, List<String> values) {
        if (values.size() <= MOST_VALUES_NAMED) {
            return "one of " + String.join(", ", values);
        }
        Stream<String> nearest = values.stream()
                .sorted(Comparator.comparing(value -> LevenshteinDistance.getDefaultInstance()
                        .apply(given.toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT))))
                .limit(3);
        return "the nearest of %d are %s".formatted(values.size(), nearest.collect(Collectors.joining(", ")));
    }
}
