package io.terralake.functionapp;

import io.terralake.azure.Limits;
import java.util.regex.Pattern;

/**
 * Instances that wait for work, and cost money while they do.
 *
 * @param functions which functions: {@code http}, {@code durable} or {@code blob} for all of the kind, {@code function:<name>} for
 *     one; Azure keeps names in lower case (Azure/azure-rest-api-specs#33095)
 * @param instances how many, 1 to 1000
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/flex-consumption-plan#always-ready-instances">Flex Consumption:
 *     always ready instances</a>
 */
public record AlwaysReady(String functions, int instances) {
    private static final Pattern FUNCTIONS = Pattern.compile("http|durable|blob|function:[a-z][a-z0-9_-]{0,127}");

    /** @throws IllegalArgumentException when there are no such functions, or too few or too many instances */
    public AlwaysReady {
        if (!FUNCTIONS.matcher(functions).matches()) {
            throw new IllegalArgumentException(
                    "always-ready functions \"%s\" are not allowed: http, durable, blob or function:<name in lower case>"
                            .formatted(functions));
        }
        Limits.check("always-ready instances", instances, 1, 1000, "");
    }
}
