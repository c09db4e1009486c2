package io.terralake.deployhook.database;

import io.terralake.deployhook.report.Item;
import io.terralake.deployhook.report.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The scripts of a database, by Flyway: each versioned script once, repeatable ones whenever they change. */
final class Migrations {
    private static final Pattern LINE = Pattern.compile("Line\\s*:\\s*(\\d+)");
    private static final Pattern SCRIPT = Pattern.compile("([VR]\\d*__\\w+\\.sql)");

    private final String target;
    private final Path folder;
    private final Flyway flyway;

    Migrations(String target, DataSource database, Path folder) {
        this.target = target;
        this.folder = folder;
        this.flyway = Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + folder)
                .cleanDisabled(true)
                .baselineOnMigrate(false)
                .validateMigrationNaming(true)
                .load();
    }

    /**
     * Runs what has not run yet; a script that fails leaves those before it done, and a rerun goes on there.
     *
     * @throws DatabaseException with script, line, batch and the server's words
     */
    List<Item> run(boolean dryRun) {
        List<Item> items = new ArrayList<>();
        try {
            checkApplied();
            if (!dryRun && hasFailed()) {
                // Its statements were rolled back, or can be repeated; what is applied has just been checked.
                flyway.repair();
            }
            for (MigrationInfo script : flyway.info().pending()) {
                items.add(new Item(target, "script", script.getScript(), Outcome.CREATED, null));
            }
            if (!dryRun) {
                flyway.migrate();
            }
        } catch (FlywayException e) {
            throw new DatabaseException(explain(String.valueOf(e.getMessage())));
        }
        return items.isEmpty()
                ? List.of(new Item(target, "scripts", folder.toString(), Outcome.UNCHANGED, null))
                : items;
    }

    /** A versioned script never changes after it ran: what it did cannot be told from what it says now. */
    private void checkApplied() {
        Arrays.stream(flyway.info().applied())
                .filter(script -> script.isVersioned() && !script.getState().isFailed() && !script.isChecksumMatching())
                .findFirst()
                .ifPresent(script -> {
                    throw new DatabaseException(
                            "checksum mismatch: %s was changed after it ran, write another script instead"
                                    .formatted(script.getScript()));
                });
    }

    private boolean hasFailed() {
        return Arrays.stream(flyway.info().all())
                .anyMatch(script -> script.getState().isFailed());
    }

    private String explain(String message) {
        Matcher script = SCRIPT.matcher(message);
        Matcher line = LINE.matcher(message);
        if (script.find() && line.find()) {
            int number = Integer.parseInt(line.group(1));
            return "%s:%d, batch %d: %s"
                    .formatted(
                            script.group(1),
                            number,
                            Scripts.batchOf(folder.resolve(script.group(1)), number),
                            message.lines()
                                    .filter(text -> text.startsWith("Message"))
                                    .map(text -> text.replaceFirst("Message\\s*:\\s*", ""))
                                    .findFirst()
                                    .orElse(message));
        }
        return message.strip();
    }
}
