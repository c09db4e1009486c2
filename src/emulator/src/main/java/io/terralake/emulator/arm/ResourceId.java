package io.terralake.emulator.arm;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The path of a resource, of a list of them, or of something that is done with one.
 *
 * @param path as it was given, such as {@code /subscriptions/…/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/lake}
 * @see <a href="https://learn.microsoft.com/rest/api/resources/resources/get-by-id">Resources - Get By Id</a>
 */
public record ResourceId(String path) {
    private static final String PROVIDERS = "/providers/";

    /** By which it is looked for: letter case does not count. */
    public String key() {
        return path.toLowerCase(Locale.ROOT);
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Such as {@code Microsoft.Storage/storageAccounts}, in the letter case that was given. */
    public String type() {
        int at = lastProvider();
        if (at < 0) {
            return path.split("/").length <= 3
                    ? "Microsoft.Resources/subscriptions"
                    : "Microsoft.Resources/resourceGroups";
        }
        String[] parts = path.substring(at + PROVIDERS.length()).split("/");
        StringBuilder type = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i += 2) {
            type.append('/').append(parts[i]);
        }
        return type.toString();
    }

    /** Whether it is one resource; otherwise it is a list of them, or something that is done with one. */
    public boolean isResource() {
        int at = lastProvider();
        String rest = at < 0 ? path.substring(1) : path.substring(at + PROVIDERS.length());
        int parts = rest.split("/").length;
        return at < 0 ? parts % 2 == 0 : parts > 1 && parts % 2 == 1;
    }

    /** What it is a part of, or an extension of; empty for what is directly in a subscription or a resource group. */
    public Optional<ResourceId> parent() {
        int at = lastProvider();
        if (at < 0) {
            return Optional.empty();
        }
        if (path.substring(at + PROVIDERS.length()).split("/").length > 3) {
            return Optional.of(new ResourceId(path.substring(0, path.lastIndexOf('/', path.lastIndexOf('/') - 1))));
        }
        ResourceId scope = new ResourceId(path.substring(0, at));
        return scope.lastProvider() >= 0 ? Optional.of(scope) : Optional.empty();
    }

    /** The id without its last part: of an action, the resource that it is done with. */
    public ResourceId above() {
        return new ResourceId(path.substring(0, path.lastIndexOf('/')));
    }

    /** The key of the resource group that it is in; empty when it is in none. */
    public Optional<String> group() {
        List<String> parts = List.of(key().split("/"));
        return parts.size() > 4 && parts.get(3).equals("resourcegroups")
                ? Optional.of(String.join("/", parts.subList(0, 5)))
                : Optional.empty();
    }

    /** Such as {@code /subscriptions/…}. */
    public String subscription() {
        String[] parts = path.split("/");
        return parts.length > 2 ? "/" + parts[1] + "/" + parts[2] : path;
    }

    private int lastProvider() {
        return key().lastIndexOf(PROVIDERS);
    }
}
