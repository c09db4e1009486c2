package io.terralake.emulator;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Variables that would lead providers past the emulator, or tell them to be somebody else. */
public final class ForeignVariables {
    private static final List<String> STARTS = List.of("ARM_", "AZURE_", "DATABRICKS_");
    private static final Set<String> NAMES = Set.of(
            "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
            "ACTIONS_ID_TOKEN_REQUEST_URL",
            "IDENTITY_ENDPOINT",
            "IDENTITY_HEADER",
            "MSI_ENDPOINT",
            "MSI_SECRET",
            "SSL_CERT_DIR");

    private ForeignVariables() {}

    /** Whether a name is the name of one, in any letter case: proxies are named in small letters too. */
    public static boolean isOne(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return STARTS.stream().anyMatch(upper::startsWith) || upper.endsWith("_PROXY") || NAMES.contains(upper);
    }
}
