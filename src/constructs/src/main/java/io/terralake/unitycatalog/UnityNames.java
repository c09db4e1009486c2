package io.terralake.unitycatalog;

import io.terralake.azure.NamingRule;

/**
 * The names of what Unity Catalog keeps. It folds them to lower case, and SQL quotes other characters: so they are not taken here.
 *
 * @see <a href="https://learn.microsoft.com/azure/databricks/sql/language-manual/sql-ref-names">Databricks: names</a>
 */
final class UnityNames {
    static final NamingRule CATALOG = rule("catalog");
    static final NamingRule SCHEMA = rule("schema");
    static final NamingRule TABLE = rule("table");
    static final NamingRule VOLUME = rule("volume");
    static final NamingRule COLUMN =
            NamingRule.of("column", "", 1, 255, "[^ ,;{}()\\n\\t=`.]+", "none of ' ,;{}()=`.', no line break or tab");

    /** Of a table that maps its columns to names of Parquet's own. */
    static final NamingRule MAPPED_COLUMN =
            NamingRule.of("column", "", 1, 255, "[^\\p{Cntrl}`.]+", "none of '`.', no line break or tab");

    private UnityNames() {}

    private static NamingRule rule(String label) {
        return NamingRule.of(label, "", 1, 255, "[a-z0-9_]+", "lower-case letters, digits and '_'");
    }
}
