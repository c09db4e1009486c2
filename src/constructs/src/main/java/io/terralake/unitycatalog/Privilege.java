package io.terralake.unitycatalog;

/**
 * What may be done with something in Unity Catalog. A privilege on a catalog or schema holds for all that is in it.
 *
 * @see <a href="https://learn.microsoft.com/azure/databricks/data-governance/unity-catalog/manage-privileges/privileges">Unity Catalog
 *     privileges and securable objects</a>
 */
public enum Privilege {
    CREATE_TABLE,
    CREATE_VOLUME,
    MODIFY,
    READ_VOLUME,
    SELECT,
    USE_CATALOG,
    USE_SCHEMA,
    WRITE_VOLUME
}
