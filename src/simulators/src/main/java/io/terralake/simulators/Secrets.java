package io.terralake.simulators;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What must not be printed, whoever says it: a driver or a server may repeat what it was sent. */
final class Secrets {
    /** The project's own variables, and those that Azure's login reads. */
    private static final Pattern NAME = Pattern.compile("(?i).*(PASSWORD|SECRET|TOKEN).*");

    private static final String MASK = "***";

    private final List<String> values;

    Secrets(Map<String, String> environment) {
        this.values = environment.entrySet().stream()
                .filter(variable -> NAME.matcher(variable.getKey()).matches())
                .map(Map.Entry::getValue)
                .filter(value -> !value.isBlank())
                // One that holds another comes first.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A text without secrets. */
    String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASK);
        }
        return masked;
    }
}
