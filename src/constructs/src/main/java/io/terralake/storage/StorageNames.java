package io.terralake.storage;

import io.terralake.azure.NamingRule;

/** How storage accounts and their containers are named. */
public final class StorageNames {
    public static final NamingRule ACCOUNT = NamingRule.of(
                    "storage account", "st", 3, 24, "[a-z0-9]+", "lower-case letters and digits")
            .withoutSeparator()
            .asHostName();

    public static final NamingRule CONTAINER = NamingRule.of(
            "container", "", 3, 63, "[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits and single hyphens inside");

    private StorageNames() {}
}
