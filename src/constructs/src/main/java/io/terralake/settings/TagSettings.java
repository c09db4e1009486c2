package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonPointer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The tags of every resource of an environment.
 *
 * @param values by name; {@code owner} and {@code costCentre} must be among them
 */
public record TagSettings(@JsonValue Map<String, String> values) implements Checked {
    private static final List<String> REQUIRED = List.of("owner", "costCentre");

    /** Set by the stacks themselves. */
    private static final List<String> RESERVED = List.of("environment", "stack", "workload");

    /** The limits of storage accounts, the strictest of Azure's resources. */
    private static final Pattern NAME = Pattern.compile("[^<>%&\\\\?/]{1,128}");

    private static final int LONGEST_VALUE = 256;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TagSettings {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    @Override
    public void check(Problems problems) {
        for (String required : REQUIRED) {
            if (!values.containsKey(required)) {
                problems.add("", "tag \"%s\" is missing".formatted(required));
            }
        }
        values.forEach((name, value) -> check(name, value, problems));
    }

    private static void check(String name, String value, Problems problems) {
        String pointer = JsonPointer.empty().appendProperty(name).toString();
        if (!NAME.matcher(name).matches()) {
            problems.add(
                    pointer, "tag name \"%s\" is not allowed: 1 to 128 characters, none of <>%%&\\?/".formatted(name));
        }
        if (RESERVED.contains(name)) {
            problems.add(pointer, "tag \"%s\" is set by the stacks themselves".formatted(name));
        }
        if (value.isEmpty() || value.length() > LONGEST_VALUE) {
            problems.add(
                    pointer,
                    "a value of %d characters is not allowed: 1 to %d".formatted(value.length(), LONGEST_VALUE));
        }
    }
}
