package io.terralake.functions.deviceimages;

import io.terralake.functions.messages.Retries;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * {@code dbo.processed_data}, written by its stored procedure, a row a call and each for itself: what one record has wrong touches no other, and
 * a message that comes twice writes the same rows again.
 */
public final class SqlTable implements ImageTable {
    private static final String CALL = "{call [dbo].[usp_SaveImage](?, ?, ?, ?)}";
    private static final int SECONDS = 30;

    private final DataSource database;
    private final Retries retries;

    /**
     * A table.
     *
     * @param database gives connections, most likely out of a pool
     * @param retries what to do when the database fails in passing
     */
    public SqlTable(DataSource database, Retries retries) {
        this.database = database;
        this.retries = retries;
    }

    @Override
    public void save(ProcessedImage image) {
        retries.call(() -> {
            try (Connection connection = database.getConnection();
                    CallableStatement call = connection.prepareCall(CALL)) {
                call.setQueryTimeout(SECONDS);
                call.setNString(1, image.filename());
                call.setLong(2, image.pixels());
                call.setDouble(3, image.score());
                call.setNString(4, image.etag());
                return call.execute();
            } catch (SQLException e) {
                SqlFault fault = SqlFault.of(e);
                throw fault.exception(
                        fault == SqlFault.VALUES ? "the table refuses the row" : "the row cannot be written", e);
            }
        });
    }
}
