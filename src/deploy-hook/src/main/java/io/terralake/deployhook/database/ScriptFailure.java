package io.terralake.deployhook.database;

import com.microsoft.sqlserver.jdbc.SQLServerError;
import com.microsoft.sqlserver.jdbc.SQLServerException;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.internal.exception.FlywayMigrateException;
import org.jspecify.annotations.Nullable;

/** Where a script failed, and what the server said. */
final class ScriptFailure {
    private ScriptFailure() {}

    /** Script, line, batch and the server's words. */
    static String explain(Optional<Script> script, FlywayMigrateException failure) {
        SQLException said = cause(failure);
        String words = String.valueOf(said == null ? failure.getMessage() : said.getMessage())
                .strip();
        if (script.isEmpty() || failure.getLineNumber() < 1) {
            return words;
        }
        int batchLine = failure.getLineNumber();
        int line = batchLine + lineInBatch(said) - 1;
        return "%s:%d, batch %d: %s"
                .formatted(script.get().name(), line, script.get().batchOf(line), words);
    }

    /** SQL Server counts from the first line of a batch; in a procedure that the batch calls, from that one's. */
    private static int lineInBatch(@Nullable SQLException said) {
        if (said instanceof SQLServerException server && server.getSQLServerError() != null) {
            SQLServerError error = server.getSQLServerError();
            boolean inProcedure = error.getProcedureName() != null
                    && !error.getProcedureName().isEmpty();
            return inProcedure ? 1 : (int) Math.max(1, error.getLineNumber());
        }
        return 1;
    }

    private static @Nullable SQLException cause(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                found = said;
            }
        }
        return found;
    }
}
