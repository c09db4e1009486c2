package io.terralake.functions.settings;

import java.util.Map;

/** App settings. */
public final class Settings {
    private final Map<String, String> values;

    /**
     * Those of an app.
     *
     * @param values by name, as the environment has them
     */
    public Settings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * A setting that must be there.
     *
     * @param name its name
     * @return its value, which is not blank
     * @throws IllegalStateException when it is missing
     */
    public String get(String name) {
        String value = values.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalStateException("the app setting %s is missing".formatted(name));
        }
        return value;
    }

    /**
     * Whether there is a setting of that name.
     *
     * @param name its name
     * @return false when it is missing or blank
     */
    public boolean has(String name) {
        return !values.getOrDefault(name, "").isBlank();
    }
}
