package io.terralake.assertions;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the value that stands in its place, to look at it more closely than a matcher can.
 *
 * <pre>{@code
 * Capture script = new Capture();
 * assertThat(stack).hasResource("azurerm_data_factory_data_flow", Match.json("{script: $script}", Map.of("script", script)));
 * assertThat(script.asString()).contains("upsertable: true");
 * }</pre>
 *
 * <p>It takes a value from every resource that matches as a whole, in the order of their addresses, and none from others.
 * What it takes in one assertion is added to what it took in those before.
 */
public final class Capture implements Matcher {
    private final Matcher pattern;
    private final List<JsonNode> values = new ArrayList<>();

    /** Takes any value, but there must be one. */
    public Capture() {
        this(Match.anyValue());
    }

    /**
     * Takes a value that matches.
     *
     * @param pattern a matcher, or the plain value that stands for one
     */
    public Capture(Object pattern) {
        this.pattern = Match.of(pattern);
    }

    @Override
    public MatchResult match(String pointer, JsonNode actual) {
        MatchResult result = pattern.match(pointer, actual);
        return result.matches() ? result.and(MatchResult.capturing(() -> values.add(actual))) : result;
    }

    /** Every value that was taken; empty when nothing matched. */
    public List<JsonNode> values() {
        return List.copyOf(values);
    }

    /**
     * The one value that was taken.
     *
     * @throws IllegalStateException when there is none, or several
     */
    public JsonNode asNode() {
        if (values.isEmpty()) {
            throw new IllegalStateException("nothing was captured: no assertion with this capture has matched");
        }
        if (values.size() > 1) {
            throw new IllegalStateException(
                    "%d values were captured, values() gives them: %s".formatted(values.size(), values));
        }
        return values.get(0);
    }

    /**
     * The one value that was taken, a string.
     *
     * @throws IllegalStateException when there is none, or several
     * @throws AssertionError when it is no string
     */
    public String asString() {
        JsonNode value = asNode();
        if (!value.isTextual()) {
            throw new AssertionError("expected a captured string, found " + value);
        }
        return value.textValue();
    }

    /**
     * The one value that was taken, a number.
     *
     * @throws IllegalStateException when there is none, or several
     * @throws AssertionError when it is no number
     */
    public BigDecimal asNumber() {
        JsonNode value = asNode();
        if (!value.isNumber()) {
            throw new AssertionError("expected a captured number, found " + value);
        }
        return value.decimalValue();
    }

    @Override
    public String toString() {
        return "capture(" + pattern + ")";
    }
}
