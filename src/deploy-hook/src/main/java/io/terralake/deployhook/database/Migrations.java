package io.terralake.deployhook.database;

import io.terralake.registration.report.Item;
import io.terralake.registration.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.output.MigrateOutput;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** The scripts of a database, by Flyway: each versioned script once, repeatable ones whenever they change. */
final class Migrations {
    private final String target;
    private final Scripts scripts;
    private final DataSource database;
    private final Optional<Long> baseline;
    private final Flyway flyway;

    /** @param baseline the version that a database with tables is taken over at; empty for none */
    Migrations(String target, DataSource database, Scripts scripts, Optional<Long> baseline) {
        this.target = target;
        this.scripts = scripts;
        this.database = database;
        this.baseline = baseline;
        this.flyway = Flyway.configure()
                .dataSource(database)
                .locations(new String[0])
                .resourceProvider(new ScriptResources(scripts))
                .placeholderReplacement(false)
                .cleanDisabled(true)
                .baselineOnMigrate(false)
                .baselineVersion(String.valueOf(baseline.orElse(1L)))
                .baselineDescription("taken over by the deploy hook")
                .validateMigrationNaming(true)
                // An older release finds versions of a newer one; a procedure whose script is gone stays as it is.
                .ignoreMigrationPatterns("*:future", "repeatable:missing")
                .load();
    }

    /**
     * Runs what has not run yet. A script that fails leaves those before it done, and is the last item; a rerun goes on there.
     * A dry run gives the same answer, as far as that can be known without running a script.
     *
     * @throws DatabaseException when the scripts do not go with what the database has, and nothing was done
     */
    List<Item> run(boolean dryRun) {
        try {
            History history = History.read(flyway, database, scripts, baseline);
            Map<String, Outcome> expected = history.expected();
            List<Item> items = new ArrayList<>();
            baseline.ifPresent(version -> items.add(new Item(
                    target, "baseline", "version " + version, Outcome.CREATED, "counts as run: " + upTo(version))));
            if (dryRun) {
                expected.forEach((name, outcome) -> items.add(new Item(target, "script", name, outcome, null)));
            } else {
                if (baseline.isPresent()) {
                    flyway.baseline();
                } else if (history.hasFailed()) {
                    // Its statements were rolled back, or can be repeated; what is applied has just been checked.
                    flyway.repair();
                }
                items.addAll(migrate(expected));
            }
            return items.isEmpty()
                    ? List.of(new Item(target, "scripts", scripts.folder().toString(), Outcome.UNCHANGED, null))
                    : items;
        } catch (FlywayException e) {
            throw new DatabaseException(String.valueOf(e.getMessage()).strip());
        }
    }

    private List<Item> migrate(Map<String, Outcome> expected) {
        try {
            return done(flyway.migrate(), expected);
        } catch (FlywayMigrateException e) {
            List<Item> items = new ArrayList<>(done(e.getErrorResult(), expected));
            MigrationInfo failed = e.getMigration();
            items.add(new Item(
                    target,
                    "script",
                    failed.getScript(),
                    Outcome.FAILED,
                    ScriptFailure.explain(scripts.find(failed.getScript()), e)));
            return items;
        }
    }

    private List<Item> done(MigrateResult result, Map<String, Outcome> expected) {
        return result.getSuccessfulMigrations().stream()
                .map((MigrateOutput script) -> new Item(
                        target,
                        "script",
                        script.filepath,
                        expected.getOrDefault(script.filepath, Outcome.CREATED),
                        null))
                .toList();
    }

    private String upTo(long version) {
        List<String> names = scripts.scripts().stream()
                .filter(script -> script.isVersioned() && script.version() <= version)
                .map(Script::name)
                .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
