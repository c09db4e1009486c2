package io.terralake.emulator.arm;

import io.terralake.emulator.state.Space;
import io.terralake.emulator.state.Store;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose data is at an address. */
public final class DataPlane {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[a-z]+://)?(?:[^@/]+@)?([a-z0-9-]+)\\.(vault\\.azure\\.net|(?:blob|dfs|file|queue|table)\\.core\\.windows\\.net)(?:[:/].*)?");

    private DataPlane() {}

    /**
     * The vault or storage account of an address; empty for other addresses, and when there is none.
     *
     * @param address a host or a URL, such as {@code https://lake.blob.core.windows.net/bronze} or {@code abfss://bronze@lake.dfs.core.windows.net}
     */
    public static Optional<ResourceId> of(String address, Store store) {
        Matcher parts = ADDRESS.matcher(address.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String type =
                parts.group(2).startsWith("vault") ? "Microsoft.KeyVault/vaults" : "Microsoft.Storage/storageAccounts";
        return store.all(Space.RESOURCES).stream()
                .filter(each -> each.path("type").asText().equalsIgnoreCase(type)
                        && each.path("name").asText().equalsIgnoreCase(parts.group(1)))
                .map(each -> new ResourceId(each.path("id").asText()))
                .findFirst();
    }
}
