package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Which columns a copy writes where; {@link TabularMapping} says more than the short ways here.
 *
 * @see <a href="https://learn.microsoft.com/azure/data-factory/copy-activity-schema-and-type-mapping">Schema and data type
 *     mapping in copy activity</a>
 */
public interface ColumnMapping {

    /** Columns by pairs. */
    static ColumnMapping of(ColumnPair... columns) {
        return TabularMapping.builder().columns(List.of(columns)).build();
    }

    /**
     * A mapping that a run computes, such as {@code call("json", output(lookup, "firstRow.mapping"))}.
     *
     * @param translator gives a JSON object of the type TabularTranslator
     */
    static ColumnMapping computed(Expression translator) {
        return translator::computed;
    }

    /** The translator as the service wants it. */
    JsonNode json();
}
