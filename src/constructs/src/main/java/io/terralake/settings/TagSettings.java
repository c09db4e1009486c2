package io.terralake.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonPointer;
import io.terralake.azure.TagRule;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tags of every resource of an environment.
 *
 * @param values by name; {@code owner} and {@code costCentre} must be among them
 */
public record TagSettings(@JsonValue Map<String, @Size(max = TagRule.LONGEST_VALUE) String> values) implements Checked {
    private static final List<String> REQUIRED = List.of("owner", "costCentre");

    /** Set by the stacks themselves. */
    private static final List<String> RESERVED = List.of("environment", "stack", "workload");

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
        values.keySet().stream()
                .filter(TagSettings::isReserved)
                .forEach(name -> problems.add(
                        pointer(name),
                        "tag \"%s\" is set by the stacks themselves".formatted(name.toLowerCase(Locale.ROOT))));
        check(TagRule.STORAGE_ACCOUNT, problems);
    }

    /** Reports what resources that follow a rule would not take; the stacks' own tags count. */
    public void check(TagRule rule, Problems problems) {
        Map<String, String> all = new LinkedHashMap<>();
        RESERVED.forEach(name -> all.put(name, name));
        values.forEach((name, value) -> {
            if (!isReserved(name)) {
                all.put(name, value);
            }
        });
        rule.problems(all)
                .forEach((name, messages) -> messages.forEach(message -> problems.add(pointer(name), message)));
    }

    private static boolean isReserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String pointer(String name) {
        return JsonPointer.empty().appendProperty(name).toString();
    }
}
