package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** What is being looked up: nothing may need itself. */
final class Lookups {
    private final Set<String> open = new LinkedHashSet<>();

    JsonNode one(String what, String name, Supplier<JsonNode> value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (!open.add(key)) {
            throw TemplateException.invalid("the %s '%s' needs itself, by way of %s", what, name, open);
        }
        try {
            return value.get();
        } finally {
            open.remove(key);
        }
    }
}
