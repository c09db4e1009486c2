package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.azure.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A column of the source and one of the sink.
 *
 * @param name the source's column by its name; null for another way
 * @param path the source's value by its JSON path, such as {@code $['customer']['id']}; null for another way
 * @param ordinal the source's column by its place, from 1 on; null for another way
 * @param sink the sink's column, by name, or by JSON path where it starts with {@code $}
 * @param type what the values become, such as {@code Int32}; null to leave that to the service
 */
public record ColumnPair(
        @Nullable String name,
        @Nullable String path,
        @Nullable Integer ordinal,
        String sink,
        @Nullable String type) {

    /** @throws IllegalArgumentException when the source's column is not said in one way */
    public ColumnPair {
        int ways = (name == null ? 0 : 1) + (path == null ? 0 : 1) + (ordinal == null ? 0 : 1);
        if (ways != 1) {
            throw new IllegalArgumentException(
                    "%d ways to say the source's column are not allowed: one of name, path and ordinal"
                            .formatted(ways));
        }
        if (ordinal != null) {
            Limits.check("ordinal", ordinal, 1, Integer.MAX_VALUE, "");
        }
        if (path != null && !path.startsWith("$") && !path.startsWith("[")) {
            throw new IllegalArgumentException(
                    "path \"%s\" is not allowed: $['customer']['id'], or ['id'] in a collection".formatted(path));
        }
    }

    /** A column by its name. */
    public static ColumnPair named(String source, String sink) {
        return new ColumnPair(source, null, null, sink, null);
    }

    /** A value of hierarchical data by its path, within the collection that the mapping goes over where it starts with a bracket. */
    public static ColumnPair path(String source, String sink) {
        return new ColumnPair(null, source, null, sink, null);
    }

    /** A column by its place, from 1 on: for files without a header. */
    public static ColumnPair ordinal(int source, String sink) {
        return new ColumnPair(null, null, source, sink, null);
    }

    /** The same with a type for its values in the sink, such as {@code Int32}. */
    public ColumnPair as(String type) {
        return new ColumnPair(name, path, ordinal, sink, type);
    }

    ObjectNode json() {
        ObjectNode pair = JsonNodeFactory.instance.objectNode();
        ObjectNode from = pair.putObject("source");
        if (name != null) {
            from.put("name", name);
        } else if (path != null) {
            from.put("path", path);
        } else {
            from.put("ordinal", ordinal);
        }
        ObjectNode to = pair.putObject("sink").put(sink.startsWith("$") ? "path" : "name", sink);
        if (type != null) {
            to.put("type", type);
        }
        return pair;
    }
}
