package io.terralake.functions.deviceimages.local;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.terralake.input.InputException;
import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database with the table of images: a file of H2's, or a SQL Server that has it already. */
public final class LocalDatabase implements Closeable {
    static final String USER = "TERRALAKE_SQL_USER";
    static final String PASSWORD = "TERRALAKE_SQL_PASSWORD";

    private static final Pattern SECRET = Pattern.compile("(?i)(password|pwd|secret|token|clientkey)\\s*=");
    private static final String TOTAL = "SELECT COUNT(*), COALESCE(SUM([pixel_count]), 0) FROM [dbo].[processed_data]";

    private final HikariDataSource source;

    private LocalDatabase(HikariDataSource source) {
        this.source = source;
    }

    /**
     * A file of H2's, made if it is not there. Every row is in the file when it is written, so that no kill loses it.
     *
     * @throws InputException when the file cannot be opened
     */
    static LocalDatabase ofFile(Path file) {
        String path = file.toAbsolutePath().toString();
        if (path.contains(";")) {
            throw new InputException("--database \"%s\" is not allowed: a path without \";\"".formatted(file));
        }
        LocalDatabase database = new LocalDatabase(
                open("jdbc:h2:file:%s;MODE=MSSQLServer;WRITE_DELAY=0".formatted(path), "--database", null, null));
        try {
            database.make();
        } catch (SQLException e) {
            throw new InputException("--database \"%s\": %s".formatted(file, e.getMessage()));
        }
        return database;
    }

    /**
     * A SQL Server, by the login that the environment names.
     *
     * @throws InputException when it cannot be reached
     */
    static LocalDatabase ofUrl(String url, Map<String, String> environment) {
        if (!url.startsWith("jdbc:sqlserver:") || SECRET.matcher(url).find()) {
            throw new InputException(
                    "--url is not allowed: jdbc:sqlserver://…, with the login in %s and %s".formatted(USER, PASSWORD));
        }
        return new LocalDatabase(open(url, "--url", environment.get(USER), environment.get(PASSWORD)));
    }

    private static HikariDataSource open(String url, String option, @Nullable String user, @Nullable String password) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(LocalCommand.BATCH + 1);
        try {
            return new HikariDataSource(pool);
        } catch (RuntimeException e) {
            throw new InputException("%s: the database cannot be opened: %s".formatted(option, e.getMessage()));
        }
    }

    DataSource source() {
        return source;
    }

    /** How many rows there are, and the sum of their pixels. */
    String total() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TOTAL)) {
            rows.next();
            return "%d rows, sum %d".formatted(rows.getLong(1), rows.getLong(2));
        }
    }

    /** The table and the procedure of {@code stacks/device-images/sql}, as H2 has them. */
    private void make() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS [dbo]");
            statement.execute("""
                CREATE TABLE IF NOT EXISTS [dbo].[processed_data] (
                    [id] int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    [filename] varchar(255) NOT NULL UNIQUE,
                    [pixel_count] bigint NOT NULL,
                    [score] double precision NOT NULL,
                    [processed_at] timestamp(3) NOT NULL,
                    [source_etag] varchar(64) NOT NULL)""");
            statement.execute("CREATE ALIAS IF NOT EXISTS [dbo].[usp_SaveImage] FOR \"%s.saveImage\""
                    .formatted(LocalDatabase.class.getName()));
        }
    }

    /**
     * H2's stand-in for the procedure of that name.
     *
     * @param connection that of the caller
     * @param filename names the row
     * @param pixels the sum of its pixels
     * @param score what the model says
     * @param etag the version of the blob
     * @throws SQLException when the row cannot be written
     */
    public static void saveImage(Connection connection, String filename, long pixels, double score, String etag)
            throws SQLException {
        try (PreparedStatement merge = connection.prepareStatement("""
                MERGE INTO [dbo].[processed_data] ([filename], [pixel_count], [score], [processed_at], [source_etag])
                KEY ([filename]) VALUES (?, ?, ?, CURRENT_TIMESTAMP AT TIME ZONE 'UTC', ?)""")) {
            merge.setString(1, filename);
            merge.setLong(2, pixels);
            merge.setDouble(3, score);
            merge.setString(4, etag);
            merge.execute();
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
