package io.terralake.deployhook.database;

import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The users that a SQL Server database has, and how a plan is carried out. */
final class UserCatalog {
    private final Connection connection;
    private final CatalogQueries queries;

    UserCatalog(Connection connection, CatalogQueries queries) {
        this.connection = connection;
        this.queries = queries;
    }

    List<ExistingUser> read() throws SQLException {
        Map<String, List<String>> roles = new TreeMap<>();
        each(queries.roles(), row -> add(roles, row.getString(1), row.getString(2)));
        Map<String, List<Right>> rights = new TreeMap<>();
        Map<String, List<String>> unknown = new TreeMap<>();
        each(queries.rights(), row -> {
            Optional<String> securable = Securable.of(row);
            String permission = row.getString(2) + Securable.column(row);
            if (securable.isEmpty()) {
                add(unknown, row.getString(1), "%s on %s".formatted(permission, row.getString(5)));
            } else {
                add(rights, row.getString(1), new Right(permission, securable.get(), row.getInt(3) == 1));
            }
        });
        Map<String, List<String>> owns = new TreeMap<>();
        each(
                queries.owned(),
                row -> add(
                        owns,
                        row.getString(1),
                        "%s %s".formatted(row.getString(2), Securable.named(row.getString(3), row.getString(4)))));
        List<ExistingUser> users = new ArrayList<>();
        each(queries.principals(), row -> {
            String name = row.getString(1);
            users.add(new ExistingUser(
                    name,
                    String.valueOf(row.getString(2)),
                    row.getInt(3) == 1,
                    row.getString(4),
                    new HashSet<>(roles.getOrDefault(name, List.of())),
                    rights.getOrDefault(name, List.of()),
                    owns.getOrDefault(name, List.of()),
                    unknown.getOrDefault(name, List.of())));
        });
        return List.copyOf(users);
    }

    /** Carries a plan out, each user whole or not at all: one that cannot be changed keeps no other from its rights. */
    List<Item> apply(UserPlan plan) throws SQLException {
        List<Item> items = new ArrayList<>();
        connection.setAutoCommit(false);
        try {
            for (UserPlan.Change change : plan.changes()) {
                items.add(apply(change));
            }
        } finally {
            connection.setAutoCommit(true);
        }
        return items;
    }

    private Item apply(UserPlan.Change change) throws SQLException {
        Item item = change.item();
        String current = "";
        try (Statement statement = connection.createStatement()) {
            for (String sql : change.statements()) {
                current = sql;
                statement.execute(sql);
            }
            connection.commit();
            return item;
        } catch (SQLException e) {
            connection.rollback();
            return new Item(
                    item.target(),
                    item.kind(),
                    item.name(),
                    Outcome.FAILED,
                    "error %d: %s (%s)".formatted(e.getErrorCode(), e.getMessage(), current));
        }
    }

    private void each(String query, RowReader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                reader.read(rows);
            }
        }
    }

    private static <T> void add(Map<String, List<T>> lists, String key, T element) {
        lists.computeIfAbsent(key, any -> new ArrayList<>()).add(element);
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
