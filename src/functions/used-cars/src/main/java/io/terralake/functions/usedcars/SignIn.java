package io.terralake.functions.usedcars;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the page signs in, as {@code config.json} tells it.
 *
 * @param config {@code clientId}, {@code tenantId} and {@code scope}; empty for no sign-in
 */
public record SignIn(Map<String, String> config) {
    /** Nobody signs in. */
    public static final SignIn NONE = new SignIn(Map.of());

    private static final Map<String, String> SETTINGS = new LinkedHashMap<>();

    static {
        SETTINGS.put("clientId", "PAGE_CLIENT_ID");
        SETTINGS.put("tenantId", "PAGE_TENANT_ID");
        SETTINGS.put("scope", "PAGE_SCOPE");
    }

    /**
     * What the app settings say.
     *
     * @param settings by name
     * @return no sign-in when none of {@code PAGE_CLIENT_ID}, {@code PAGE_TENANT_ID} and {@code PAGE_SCOPE} is set
     * @throws IllegalStateException when some of them are set, and others are not
     */
    public static SignIn of(Map<String, String> settings) {
        Map<String, String> config = new LinkedHashMap<>();
        SETTINGS.forEach((name, setting) -> {
            String value = settings.getOrDefault(setting, "");
            if (!value.isBlank()) {
                config.put(name, value);
            }
        });
        if (!config.isEmpty() && config.size() < SETTINGS.size()) {
            throw new IllegalStateException(
                    "set all or none of the app settings %s".formatted(List.copyOf(SETTINGS.values())));
        }
        return new SignIn(config);
    }
}
