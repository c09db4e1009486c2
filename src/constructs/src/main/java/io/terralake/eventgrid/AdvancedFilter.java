package io.terralake.eventgrid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A condition on a value in an event. Of several values one is enough (but for those with <i>not</i>, where none may be); of several
 * filters all must hold. Texts are compared without regard to case.
 *
 * <p>The key names the value: in Event Grid's schema {@code id}, {@code topic}, {@code subject}, {@code eventType}, {@code dataVersion}
 * or a path in the data such as {@code data.api}; in CloudEvents {@code source}, {@code type} and the like. A name with a dot in it cannot be
 * written.
 *
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-filtering#advanced-filtering">Advanced filtering: operators and
 *     limits</a>
 */
public final class AdvancedFilter {
    /** The most filters of a subscription, and the most values in all of them. */
    static final int MOST = 25;

    private static final int LONGEST_TEXT = 512;

    /** Whole numbers are written as such up to here, where JavaScript, in which CDKTF runs, ends. */
    private static final double GREATEST_WHOLE = 1L << 53;

    private static final Pattern KEY = Pattern.compile("[^.\\s]+(\\.[^.\\s]+)*");

    private final String key;
    private final int values;
    private final ObjectNode json;

    private AdvancedFilter(String operator, String key) {
        this(operator, key, 0, JsonNodeFactory.instance.objectNode());
    }

    private AdvancedFilter(String operator, String key, int values, ObjectNode value) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException(
                    "filter key \"%s\" is not allowed: names with dots between them, such as data.api".formatted(key));
        }
        this.key = key;
        this.values = values;
        this.json = JsonNodeFactory.instance
                .objectNode()
                .put("operatorType", operator)
                .put("key", key);
        json.setAll(value);
    }

    /** The value is one of the texts. */
    public static AdvancedFilter stringIn(String key, String... values) {
        return texts("StringIn", key, values);
    }

    /** The value is none of the texts. */
    public static AdvancedFilter stringNotIn(String key, String... values) {
        return texts("StringNotIn", key, values);
    }

    /** The value begins with one of the texts. */
    public static AdvancedFilter stringBeginsWith(String key, String... values) {
        return texts("StringBeginsWith", key, values);
    }

    /** The value begins with none of the texts. */
    public static AdvancedFilter stringNotBeginsWith(String key, String... values) {
        return texts("StringNotBeginsWith", key, values);
    }

    /** The value ends with one of the texts. */
    public static AdvancedFilter stringEndsWith(String key, String... values) {
        return texts("StringEndsWith", key, values);
    }

    /** The value ends with none of the texts. */
    public static AdvancedFilter stringNotEndsWith(String key, String... values) {
        return texts("StringNotEndsWith", key, values);
    }

    /** One of the texts is in the value. */
    public static AdvancedFilter stringContains(String key, String... values) {
        return texts("StringContains", key, values);
    }

    /** None of the texts is in the value. */
    public static AdvancedFilter stringNotContains(String key, String... values) {
        return texts("StringNotContains", key, values);
    }

    /** The value is one of the numbers. */
    public static AdvancedFilter numberIn(String key, double... values) {
        return numbers("NumberIn", key, values);
    }

    /** The value is none of the numbers. */
    public static AdvancedFilter numberNotIn(String key, double... values) {
        return numbers("NumberNotIn", key, values);
    }

    /** The value is in one of the ranges. */
    public static AdvancedFilter numberInRange(String key, NumberRange... ranges) {
        return ranges("NumberInRange", key, ranges);
    }

    /** The value is in none of the ranges. */
    public static AdvancedFilter numberNotInRange(String key, NumberRange... ranges) {
        return ranges("NumberNotInRange", key, ranges);
    }

    /** The value is less. */
    public static AdvancedFilter numberLessThan(String key, double value) {
        return number("NumberLessThan", key, value);
    }

    /** The value is less, or equal. */
    public static AdvancedFilter numberLessThanOrEquals(String key, double value) {
        return number("NumberLessThanOrEquals", key, value);
    }

    /** The value is greater. */
    public static AdvancedFilter numberGreaterThan(String key, double value) {
        return number("NumberGreaterThan", key, value);
    }

    /** The value is greater, or equal. */
    public static AdvancedFilter numberGreaterThanOrEquals(String key, double value) {
        return number("NumberGreaterThanOrEquals", key, value);
    }

    /** The value is true, or is false. */
    public static AdvancedFilter boolEquals(String key, boolean value) {
        return new AdvancedFilter(
                "BoolEquals", key, 1, JsonNodeFactory.instance.objectNode().put("value", value));
    }

    /** The value is null, or is not there. */
    public static AdvancedFilter isNullOrUndefined(String key) {
        return new AdvancedFilter("IsNullOrUndefined", key);
    }

    /** The value is there, and not null. */
    public static AdvancedFilter isNotNull(String key) {
        return new AdvancedFilter("IsNotNull", key);
    }

    String key() {
        return key;
    }

    /** How many values it compares with. */
    int values() {
        return values;
    }

    ObjectNode json() {
        return json.deepCopy();
    }

    private static AdvancedFilter texts(String operator, String key, String... values) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (String value : values) {
            if (value.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException(
                        "a value of %d characters is not allowed in the filter of \"%s\": %d at most"
                                .formatted(value.length(), key, LONGEST_TEXT));
            }
            all.add(value);
        }
        return several(operator, key, all);
    }

    private static AdvancedFilter numbers(String operator, String key, double... values) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(values).forEach(value -> all.add(decimal(key, value)));
        return several(operator, key, all);
    }

    private static AdvancedFilter ranges(String operator, String key, NumberRange... ranges) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (NumberRange range : ranges) {
            all.addArray().add(decimal(key, range.from())).add(decimal(key, range.to()));
        }
        return several(operator, key, all);
    }

    private static AdvancedFilter several(String operator, String key, ArrayNode values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("the filter of \"%s\" has no value to compare with".formatted(key));
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("values", values);
        return new AdvancedFilter(operator, key, values.size(), json);
    }

    private static AdvancedFilter number(String operator, String key, double value) {
        return new AdvancedFilter(
                operator, key, 1, JsonNodeFactory.instance.objectNode().set("value", decimal(key, value)));
    }

    private static JsonNode decimal(String key, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s is no number that the filter of \"%s\" can compare with".formatted(value, key));
        }
        return value == Math.rint(value) && Math.abs(value) <= GREATEST_WHOLE
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(value);
    }
}
