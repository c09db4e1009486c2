package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A loop over resources, properties, variables or outputs.
 *
 * @param name by which {@code copyIndex} can ask for its index
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/templates/copy-resources">Resource iteration in ARM templates</a>
 */
record Loop(String name, int count) {
    private static final int MOST = 800;

    static Loop of(JsonNode copy, String name, Evaluator evaluator, String pointer) {
        JsonNode count = evaluator.evaluate(copy.path("count"), pointer + "/count");
        if (!count.isIntegralNumber() || count.asLong() < 0 || count.asLong() > MOST) {
            throw new ValueException("the count of a loop must be an int between 0 and %d".formatted(MOST), count)
                    .shown(false)
                    .at(pointer + "/count");
        }
        return new Loop(name, count.asInt());
    }

    /** Whether a field of an object is no property but loops over some. */
    static boolean isProperty(String name, JsonNode value) {
        return name.equals("copy")
                && value.isArray()
                && !value.isEmpty()
                && loops(value).stream().allMatch(each -> each.has("name") && each.has("count") && each.has("input"));
    }

    static List<JsonNode> loops(JsonNode copies) {
        return StreamSupport.stream(copies.spliterator(), false).toList();
    }
}
