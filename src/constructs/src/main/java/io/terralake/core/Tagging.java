package io.terralake.core;

import io.terralake.settings.EnvironmentSettings;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The tags of a stack's resources: the environment's, and where the resource comes from. */
final class Tagging {
    private Tagging() {}

    static Map<String, String> tags(EnvironmentSettings settings, String environment, String stack) {
        Map<String, String> tags = new TreeMap<>(settings.tags().values());
        tags.put("environment", environment);
        tags.put("stack", stack);
        tags.put("workload", settings.workload());
        return Collections.unmodifiableMap(tags);
    }
}
