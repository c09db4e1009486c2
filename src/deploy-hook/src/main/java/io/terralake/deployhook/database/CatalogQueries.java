package io.terralake.deployhook.database;

/**
 * What is asked of SQL Server's catalog: users, their roles, their rights and what they own. Names are put together
 * in Java: the catalog's collations differ, and T-SQL refuses to join texts of two.
 *
 * @param types the types of principals that count, as T-SQL literals
 */
record CatalogQueries(String types) {
    /** Users and groups of Entra ID. */
    static final CatalogQueries ENTRA = new CatalogQueries("'E', 'X'");

    /** Name, SID, whether it counts, the stack that it was made for. Roles are there too: they take names. */
    String principals() {
        return """
            SELECT principals.[name],
                CONVERT(varchar(200), principals.[sid], 1),
                CASE WHEN principals.[type] IN (%s) THEN 1 ELSE 0 END,
                CONVERT(nvarchar(128), mark.[value])
            FROM sys.database_principals AS principals
            LEFT JOIN sys.extended_properties AS mark
                ON mark.[class] = 4 AND mark.[major_id] = principals.[principal_id] AND mark.[name] = N'%s'
            ORDER BY principals.[name]""".formatted(types, UserPlan.MARK);
    }

    /** User, role. */
    String roles() {
        return """
            SELECT users.[name], roles.[name]
            FROM sys.database_role_members AS members
            INNER JOIN sys.database_principals AS roles ON roles.[principal_id] = members.[role_principal_id]
            INNER JOIN sys.database_principals AS users ON users.[principal_id] = members.[member_principal_id]
            WHERE users.[type] IN (%s)
            ORDER BY users.[name], roles.[name]""".formatted(types);
    }

    /** User, permission, whether it may be handed on, and what it is for, by {@link Securable}. */
    String rights() {
        return """
            SELECT users.[name],
                rights.[permission_name],
                CASE WHEN rights.[state] = 'W' THEN 1 ELSE 0 END,
                rights.[class],
                rights.[class_desc],
                OBJECT_SCHEMA_NAME(rights.[major_id]),
                OBJECT_NAME(rights.[major_id]),
                CASE WHEN rights.[minor_id] > 0 THEN COL_NAME(rights.[major_id], rights.[minor_id]) END,
                SCHEMA_NAME(rights.[major_id]),
                others.[type],
                others.[name],
                SCHEMA_NAME(types.[schema_id]),
                types.[name]
            FROM sys.database_permissions AS rights
            INNER JOIN sys.database_principals AS users ON users.[principal_id] = rights.[grantee_principal_id]
            LEFT JOIN sys.database_principals AS others
                ON rights.[class] = 4 AND others.[principal_id] = rights.[major_id]
            LEFT JOIN sys.types AS types ON rights.[class] = 6 AND types.[user_type_id] = rights.[major_id]
            WHERE users.[type] IN (%s)
                AND rights.[state] IN ('G', 'W')
                AND NOT (rights.[class] = 0 AND rights.[type] = 'CO')
            ORDER BY users.[name], rights.[class], rights.[major_id], rights.[minor_id], rights.[type]""".formatted(types);
    }

    /** User, and what it owns: kind, schema (null where there is none), name. */
    String owned() {
        return """
            SELECT users.[name], owned.[kind], SCHEMA_NAME(owned.[schema_id]), owned.[name]
            FROM (
                SELECT [principal_id], 'schema' AS [kind], NULL AS [schema_id], [name] FROM sys.schemas
                UNION ALL
                SELECT [owning_principal_id], 'role', NULL, [name]
                FROM sys.database_principals WHERE [owning_principal_id] IS NOT NULL
                UNION ALL
                SELECT [principal_id], 'object', [schema_id], [name] FROM sys.objects WHERE [principal_id] IS NOT NULL
            ) AS owned
            INNER JOIN sys.database_principals AS users ON users.[principal_id] = owned.[principal_id]
            WHERE users.[type] IN (%s)
            ORDER BY users.[name], owned.[kind], owned.[name]""".formatted(types);
    }
}
