package io.terralake.databricks;

import io.terralake.azure.NamingRule;

/** How Databricks' resources in Azure are named. */
final class DatabricksNames {
    private DatabricksNames() {}

    static NamingRule rule(String label, String abbreviation) {
        return NamingRule.of(label, abbreviation, 3, 64, "[A-Za-z0-9_-]+", "letters, digits, '_' and '-'");
    }
}
