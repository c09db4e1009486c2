package io.terralake.deployhook.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The Entra users that a SQL Server database has, and how a plan is carried out. */
final class UserCatalog {
    private static final String USERS = """
            SELECT users.[name], CONVERT(varchar(100), users.[sid], 1),
                CASE WHEN mark.[value] IS NULL THEN 0 ELSE 1 END
            FROM sys.database_principals AS users
            LEFT JOIN sys.extended_properties AS mark
                ON mark.[class] = 4 AND mark.[major_id] = users.[principal_id] AND mark.[name] = N'%s'
            WHERE users.[type] IN ('E', 'X')
            ORDER BY users.[name]""".formatted(UserPlan.MARK);

    private static final String ROLES = """
            SELECT roles.[name]
            FROM sys.database_role_members AS members
            INNER JOIN sys.database_principals AS roles ON roles.[principal_id] = members.[role_principal_id]
            INNER JOIN sys.database_principals AS users ON users.[principal_id] = members.[member_principal_id]
            WHERE users.[name] = ?""";

    private static final String EXECUTE = """
            SELECT CONCAT(QUOTENAME(OBJECT_SCHEMA_NAME(rights.[major_id])), '.', QUOTENAME(OBJECT_NAME(rights.[major_id])))
            FROM sys.database_permissions AS rights
            INNER JOIN sys.database_principals AS users ON users.[principal_id] = rights.[grantee_principal_id]
            WHERE rights.[class] = 1 AND rights.[type] = 'EX' AND rights.[state] IN ('G', 'W') AND users.[name] = ?""";

    private final Connection connection;

    UserCatalog(Connection connection) {
        this.connection = connection;
    }

    List<ExistingUser> read() throws SQLException {
        Map<String, ExistingUser> users = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(USERS)) {
            while (rows.next()) {
                users.put(
                        rows.getString(1),
                        new ExistingUser(
                                rows.getString(1), rows.getString(2), rows.getInt(3) == 1, Set.of(), Set.of()));
            }
        }
        for (ExistingUser user : List.copyOf(users.values())) {
            users.put(
                    user.name(),
                    new ExistingUser(
                            user.name(),
                            user.sid(),
                            user.managed(),
                            names(ROLES, user.name()),
                            names(EXECUTE, user.name())));
        }
        return List.copyOf(users.values());
    }

    /** Carries a plan out, whole or not at all. */
    void apply(UserPlan plan) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : plan.statements()) {
                statement.execute(sql);
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private Set<String> names(String query, String user) throws SQLException {
        Set<String> names = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, user);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
