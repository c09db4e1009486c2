package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.core.RequiredFields;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Columns by pairs, and what becomes of their values.
 *
 * @param columns the pairs; @default columns of the same name
 * @param collection the list in hierarchical data whose elements are rows, such as {@code $['orders']}; @default the document
 * @param complexAsText whether lists and objects become text; @default false
 * @param convertTypes whether values are converted to the types of the sink; @default true
 * @param allowTruncation whether a conversion may lose digits; @default false
 * @param dateTimeFormat how text has dates with a time, such as {@code yyyy-MM-dd HH:mm:ss}; @default the service's
 * @param culture whose way of writing numbers and dates text has, such as {@code de-de}; @default {@code en-us}
 * @see <a href="https://learn.microsoft.com/azure/data-factory/copy-activity-schema-and-type-mapping#new-model">Schema and data
 *     type mapping: new model</a>
 */
@RecordBuilder
public record TabularMapping(
        @Nullable List<ColumnPair> columns,
        @Nullable String collection,
        @Nullable Boolean complexAsText,
        @Nullable Boolean convertTypes,
        @Nullable Boolean allowTruncation,
        @Nullable String dateTimeFormat,
        @Nullable String culture)
        implements ColumnMapping {

    /** @throws IllegalArgumentException when two pairs write one column */
    public TabularMapping {
        columns = RequiredFields.copyOrEmpty(columns);
        complexAsText = complexAsText != null && complexAsText;
        convertTypes = convertTypes == null || convertTypes;
        allowTruncation = allowTruncation != null && allowTruncation;
        Set<String> sinks = new HashSet<>();
        columns.stream()
                .filter(Objects::nonNull)
                .map(ColumnPair::sink)
                .filter(sink -> sink != null && !sinks.add(sink))
                .findFirst()
                .ifPresent(sink -> {
                    throw new IllegalArgumentException("the column \"%s\" is written twice".formatted(sink));
                });
    }

    public static TabularMappingBuilder builder() {
        return TabularMappingBuilder.builder();
    }

    @Override
    public ObjectNode json() {
        ObjectNode translator = JsonNodeFactory.instance.objectNode().put("type", "TabularTranslator");
        if (!columns.isEmpty()) {
            ArrayNode mappings = translator.putArray("mappings");
            columns.forEach(column -> mappings.add(column.json()));
        }
        if (collection != null) {
            translator.put("collectionReference", collection);
        }
        if (Boolean.TRUE.equals(complexAsText)) {
            translator.put("mapComplexValuesToString", true);
        }
        translator.put("typeConversion", convertTypes);
        if (Boolean.TRUE.equals(convertTypes)) {
            ObjectNode settings = translator
                    .putObject("typeConversionSettings")
                    .put("allowDataTruncation", allowTruncation)
                    .put("treatBooleanAsNumber", false);
            if (dateTimeFormat != null) {
                settings.put("dateTimeFormat", dateTimeFormat);
            }
            if (culture != null) {
                settings.put("culture", culture);
            }
        }
        return translator;
    }
}
