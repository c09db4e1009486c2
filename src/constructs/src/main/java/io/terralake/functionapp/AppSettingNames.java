package io.terralake.functionapp;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names app settings have on Linux, and which of them are not the user's.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-app-settings">App settings reference for Azure
 *     Functions</a>, with those that Flex Consumption refuses
 */
final class AppSettingNames {
    private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,255}");

    private static final Pattern OURS =
            Pattern.compile("(?i)AzureWebJobsStorage(__.*)?|APPLICATIONINSIGHTS_(CONNECTION|AUTHENTICATION)_STRING"
                    + "|APPINSIGHTS_INSTRUMENTATIONKEY|AzureWebJobsDashboard");

    private static final Set<String> REFUSED_BY_AZURE = Set.of(
            "ENABLE_ORYX_BUILD",
            "FUNCTIONS_EXTENSION_VERSION",
            "FUNCTIONS_MAX_HTTP_CONCURRENCY",
            "FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED",
            "FUNCTIONS_WORKER_PROCESS_COUNT",
            "FUNCTIONS_WORKER_RUNTIME",
            "FUNCTIONS_WORKER_RUNTIME_VERSION",
            "SCM_DO_BUILD_DURING_DEPLOYMENT",
            "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING",
            "WEBSITE_CONTENTOVERVNET",
            "WEBSITE_CONTENTSHARE",
            "WEBSITE_DNS_SERVER",
            "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT",
            "WEBSITE_NODE_DEFAULT_VERSION",
            "WEBSITE_RUN_FROM_PACKAGE",
            "WEBSITE_SKIP_CONTENTSHARE_VALIDATION",
            "WEBSITE_VNET_ROUTE_ALL");

    private AppSettingNames() {}

    /** @throws IllegalArgumentException with the name and what is allowed */
    static void check(String name) {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "app setting \"%s\" is not allowed: 1 to 256 letters, digits and '_', no digit first"
                            .formatted(name));
        }
        if (OURS.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "app setting \"%s\" is not allowed: the app sets it itself".formatted(name));
        }
        if (REFUSED_BY_AZURE.contains(name)) {
            throw new IllegalArgumentException(
                    "app setting \"%s\" is not allowed: Flex Consumption refuses it".formatted(name));
        }
    }
}
