package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * A function that knows its arguments only.
 *
 * @param least how many arguments it takes at least
 * @param most how many arguments it takes at most
 */
record TemplateFunction(String name, int least, int most, Function<Arguments, JsonNode> body) {
    /** For those that take any number. */
    static final int ANY = Integer.MAX_VALUE;

    static TemplateFunction of(String name, int arguments, Function<Arguments, JsonNode> body) {
        return new TemplateFunction(name, arguments, arguments, body);
    }
}
