package io.terralake.deployhook.database;

import io.terralake.registration.report.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

/** Which scripts ran in a database, and so which are to run. */
final class History {
    private final List<MigrationInfo> scripts;
    private final long baseline;

    private History(List<MigrationInfo> scripts, long baseline) {
        this.scripts = scripts;
        this.baseline = baseline;
    }

    /**
     * Reads the history and compares it with the scripts.
     *
     * @param known the scripts of the folder
     * @param baseline the version that the database is taken over at; empty for none
     * @throws DatabaseException when the two do not go together
     */
    static History read(Flyway flyway, DataSource database, Scripts known, Optional<Long> baseline) {
        MigrationInfoService info = flyway.info();
        boolean exists = exists(flyway, database, info.getInfoResult().schemaName);
        boolean empty = info.getInfoResult().allSchemasEmpty;
        if (baseline.isPresent() && exists) {
            throw new DatabaseException("there is a history of scripts already: run the hook without --baseline");
        }
        if (baseline.isPresent() && empty) {
            throw new DatabaseException(
                    "there is nothing to take over, the database is empty: run the hook without --baseline");
        }
        if (baseline.isEmpty() && !exists && !empty) {
            throw new DatabaseException(
                    "the database has tables, but no history of scripts: to take it over, run the hook"
                            + " once with --baseline <version>, the last version whose script counts as run");
        }
        History history = new History(List.of(info.all()), baseline.orElse(-1L));
        history.check(known);
        return history;
    }

    boolean hasFailed() {
        return scripts.stream().anyMatch(script -> script.getState().isFailed());
    }

    /** What is to run, in order, and whether it is new or has changed. */
    Map<String, Outcome> expected() {
        Set<String> ranBefore = scripts.stream()
                .filter(script ->
                        script.getState().isApplied() && !script.getState().isFailed())
                .map(MigrationInfo::getScript)
                .collect(Collectors.toSet());
        Map<String, Outcome> expected = new LinkedHashMap<>();
        scripts.stream()
                .filter(this::isToRun)
                .sorted(Comparator.comparing(MigrationInfo::getVersion, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(MigrationInfo::getDescription))
                .forEach(script -> expected.put(
                        script.getScript(),
                        ranBefore.contains(script.getScript()) ? Outcome.UPDATED : Outcome.CREATED));
        return expected;
    }

    private boolean isToRun(MigrationInfo script) {
        MigrationState state = script.getState();
        boolean open = state == MigrationState.PENDING || state == MigrationState.OUTDATED || state.isFailed();
        return open
                && (script.getVersion() == null
                        || Long.parseLong(script.getVersion().getVersion()) > baseline);
    }

    /** A versioned script never changes after it ran: what it did cannot be told from what it says now. */
    private void check(Scripts known) {
        for (MigrationInfo script : scripts) {
            MigrationState state = script.getState();
            if (state == MigrationState.IGNORED) {
                refuse("%s did not run, and later ones did: give it a higher version", script);
            }
            if (state == MigrationState.SUCCESS && script.isVersioned()) {
                checkUnchanged(script, known);
            }
        }
    }

    private static void checkUnchanged(MigrationInfo script, Scripts known) {
        if (!script.isChecksumMatching()) {
            refuse("checksum mismatch: %s was changed after it ran, write another script instead", script);
        }
        if (known.find(script.getScript()).isEmpty()) {
            refuse("%s ran here, and has another name in the folder: give it its old name back", script);
        }
    }

    private static void refuse(String message, MigrationInfo script) {
        throw new DatabaseException(message.formatted(script.getScript()));
    }

    private static boolean exists(Flyway flyway, DataSource database, @Nullable String schema) {
        String table = flyway.getConfiguration().getTable();
        try (Connection connection = database.getConnection();
                ResultSet tables = connection.getMetaData().getTables(connection.getCatalog(), schema, table, null)) {
            // In a pattern, an underscore is any character.
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(table)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw new DatabaseException("error %d: %s".formatted(e.getErrorCode(), e.getMessage()));
        }
    }
}
