package io.terralake.factory.pipeline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a {@link ScriptBlock}, so that values never go into its text.
 *
 * @param name the name in the text, such as {@code @day}
 * @param type what its values are
 * @param direction whether the script is given a value, gives one back, or both
 * @param value what the script is given; null for nothing, and for what is only given back
 * @param size the most characters of a text that is given back; null for the store's own
 */
public record ScriptParameter(
        String name,
        Type type,
        Direction direction,
        @Nullable Expression value,
        @Nullable Integer size) {

    /** Types of the service, which each store maps to its own. */
    public enum Type {
        BOOLEAN("Boolean"),
        DATE_TIME("DateTime"),
        DATE_TIME_OFFSET("DateTimeOffset"),
        DECIMAL("Decimal"),
        DOUBLE("Double"),
        GUID("Guid"),
        INT16("Int16"),
        INT32("Int32"),
        INT64("Int64"),
        SINGLE("Single"),
        STRING("String"),
        TIME_SPAN("Timespan");

        private final String azureName;

        Type(String azureName) {
            this.azureName = azureName;
        }

        /** The type's name in the service. */
        public String azureName() {
            return azureName;
        }
    }

    /** Where values go. What is given back stands in the activity's output, as {@code outputParameters.<name>}. */
    public enum Direction {
        INPUT("Input"),
        OUTPUT("Output"),
        INPUT_OUTPUT("InputOutput");

        private final String azureName;

        Direction(String azureName) {
            this.azureName = azureName;
        }

        /** The direction's name in the service. */
        public String azureName() {
            return azureName;
        }
    }

    /** @throws IllegalArgumentException when it has a value or a size that its direction and type do not take, or lacks a value */
    public ScriptParameter {
        if (direction != null && (direction == Direction.OUTPUT) != (value == null)) {
            throw new IllegalArgumentException("the parameter \"%s\" with the direction %s %s"
                    .formatted(name, direction.azureName(), value == null ? "needs a value" : "takes no value"));
        }
        if (size != null && (size < 1 || direction == Direction.INPUT || type != Type.STRING)) {
            throw new IllegalArgumentException(
                    "the size %d of the parameter \"%s\" is not allowed: 1 or more, for a String that is given back"
                            .formatted(size, name));
        }
    }

    /** A value for the script. */
    public static ScriptParameter input(String name, Type type, Expression value) {
        return new ScriptParameter(name, type, Direction.INPUT, value, null);
    }

    /** A value that the script gives back. */
    public static ScriptParameter output(String name, Type type) {
        return new ScriptParameter(name, type, Direction.OUTPUT, null, null);
    }

    /** A text that the script gives back. */
    public static ScriptParameter output(String name, int size) {
        return new ScriptParameter(name, Type.STRING, Direction.OUTPUT, null, size);
    }

    /** The parameter as the service wants it. */
    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("type", type.azureName())
                .put("direction", direction.azureName());
        if (value != null) {
            json.set("value", value.json());
        }
        if (size != null) {
            json.put("size", size);
        }
        return json;
    }
}
