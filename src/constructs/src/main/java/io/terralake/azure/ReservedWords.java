package io.terralake.azure;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Words that names of what has an address on the internet cannot be, or have in them, in any case.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/error-reserved-resource-name">Resolve errors
 *     for reserved resource names</a>
 */
final class ReservedWords {
    private static final Set<String> WHOLE = Set.of(
            "access",
            "azure",
            "bing",
            "bizspark",
            "biztalk",
            "cortana",
            "directx",
            "dotnet",
            "dynamics",
            "excel",
            "exchange",
            "forefront",
            "groove",
            "hololens",
            "hyperv",
            "kinect",
            "lync",
            "msdn",
            "o365",
            "office",
            "office365",
            "onedrive",
            "onenote",
            "outlook",
            "powerpoint",
            "sharepoint",
            "skype",
            "visio",
            "visualstudio",
            "xbox");
    private static final Set<String> ANYWHERE = Set.of("microsoft", "windows");
    private static final String FIRST = "login";

    private ReservedWords() {}

    /** What is wrong with a name, if anything. */
    static Optional<String> problem(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (WHOLE.contains(folded)) {
            return Optional.of("Azure keeps it to itself");
        }
        if (folded.startsWith(FIRST)) {
            return Optional.of("Azure lets no name begin with \"%s\"".formatted(FIRST));
        }
        return ANYWHERE.stream()
                .filter(folded::contains)
                .findFirst()
                .map("Azure lets no name have \"%s\" in it"::formatted);
    }
}
