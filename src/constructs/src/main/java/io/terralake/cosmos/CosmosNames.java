package io.terralake.cosmos;

import io.terralake.azure.NamingRule;

/**
 * The names of what is in an account.
 *
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/concepts-limits">Azure Cosmos DB service quotas: limits of names</a>
 */
final class CosmosNames {
    static final NamingRule DATABASE = rule("cosmos db database");
    static final NamingRule CONTAINER = rule("cosmos db container");
    static final NamingRule STORED_PROCEDURE = rule("cosmos db stored procedure");

    private CosmosNames() {}

    private static NamingRule rule(String label) {
        return NamingRule.of(
                label,
                "",
                1,
                255,
                "[^/\\\\#?\\p{Cntrl}]*[^/\\\\#?\\s\\p{Cntrl}]",
                "none of /\\#?, no space at the end");
    }
}
