package io.terralake.emulator.arm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.TreeSet;

/** The values of secure parameters, and what was made of them: no message shows them. */
public final class Secrets {
    /** Shorter numbers are in every message by chance. */
    private static final int LEAST = 4;

    /** Longer ones first: one may have another in it. */
    private final TreeSet<String> texts =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    private boolean read;

    /** Whether an expression that is being evaluated has read one. */
    boolean isRead() {
        return read;
    }

    void read(boolean value) {
        read = value;
    }

    void add(JsonNode value) {
        if (value.isContainerNode()) {
            value.forEach(this::add);
        } else if (value.isNumber() && value.asText().length() >= LEAST) {
            texts.add(value.asText());
        } else if (value.isTextual() && !value.asText().isEmpty()) {
            texts.add(value.asText());
            String escaped = TextNode.valueOf(value.asText()).toString();
            texts.add(escaped.substring(1, escaped.length() - 1));
        }
    }

    /** A text without them. */
    public String hide(String text) {
        String hidden = text;
        for (String each : texts) {
            hidden = hidden.replace(each, "***");
        }
        return hidden;
    }
}
