package io.terralake.storage;

import io.terralake.azure.NamingRule;

/** How storage accounts, their containers and their queues are named. */
public final class StorageNames {
    public static final NamingRule ACCOUNT = NamingRule.of(
                    "storage account", "st", 3, 24, "[a-z0-9]+", "lower-case letters and digits")
            .withoutSeparator()
            .asHostName();

    public static final NamingRule CONTAINER = NamingRule.of(
            "container", "", 3, 63, "[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits and single hyphens inside");

    public static final NamingRule QUEUE = NamingRule.of(
            "queue", "", 3, 63, "[a-z0-9]+(-[a-z0-9]+)*", "lower-case letters, digits and single hyphens inside");

    private StorageNames() {}
}
