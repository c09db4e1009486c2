package io.terralake.deployhook.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rights are for, as T-SQL writes it. */
final class Securable {
    private static final int DATABASE = 0;
    private static final int OBJECT = 1;
    private static final int SCHEMA = 3;
    private static final int PRINCIPAL = 4;
    private static final int TYPE = 6;

    private Securable() {}

    /**
     * Reads a row of {@link CatalogQueries#rights}.
     *
     * @return empty text for the whole database; nothing for a class that is rare, such as that of certificates
     */
    static Optional<String> of(ResultSet row) throws SQLException {
        return switch (row.getInt(4)) {
            case DATABASE -> Optional.of("");
            case OBJECT -> Optional.of("OBJECT::" + named(row.getString(6), row.getString(7)));
            case SCHEMA -> Optional.of("SCHEMA::" + quoted(row.getString(9)));
            case PRINCIPAL -> Optional.of(principal(row.getString(10).strip()) + quoted(row.getString(11)));
            case TYPE -> Optional.of("TYPE::" + named(row.getString(12), row.getString(13)));
            default -> Optional.empty();
        };
    }

    /** The column that a right is limited to, behind the permission; empty for none. */
    static String column(ResultSet row) throws SQLException {
        String column = row.getInt(4) == OBJECT ? row.getString(8) : null;
        return column == null ? "" : " (%s)".formatted(quoted(column));
    }

    /** @param schema null for none */
    static String named(@Nullable String schema, String name) {
        return (schema == null ? "" : quoted(schema) + ".") + quoted(name);
    }

    /** A name as T-SQL writes it, whatever is in it. */
    static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    private static String principal(String type) {
        return switch (type) {
            case "R" -> "ROLE::";
            case "A" -> "APPLICATION ROLE::";
            default -> "USER::";
        };
    }
}
