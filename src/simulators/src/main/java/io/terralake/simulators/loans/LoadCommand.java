package io.terralake.simulators.loans;

import io.terralake.input.InputException;
import io.terralake.input.Problems;
import io.terralake.loans.BadLines;
import io.terralake.loans.Loan;
import io.terralake.simulators.loans.LoanTable.Loaded;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Plays a slice of a file into the database. */
@Command(
        name = "load",
        sortOptions = false,
        description = "Appends the loans of a month to dbo.source; those that are there already are left alone.")
final class LoadCommand implements Callable<Integer> {
    @Mixin
    SourceOptions source = new SourceOptions();

    @Mixin
    DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = {"-c", "--clean"},
            description = "first empty the table and reset its watermark")
    boolean clean;

    @Option(names = "--yes", description = "do not ask before cleaning")
    boolean yes;

    @ParentCommand
    @Nullable LoansCommand parent;

    @Spec
    CommandSpec spec;

    LoadCommand() {}

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, String> environment = Objects.requireNonNull(parent).environment();
        Problems problems = new Problems();
        source.check(problems);
        database.check(environment, problems);
        problems.throwIfAny();
        // Read first: what is wrong with the file must not be found out after the table was emptied.
        BadLines badLines = new BadLines();
        Map<Long, Loan> loans = source.read(out, badLines);
        try (Connection connection = database.connect(environment)) {
            LoanTable table = new LoanTable(connection);
            long deleted = clean ? confirmed(table) : 0;
            Loaded loaded;
            try (TaskProgress progress = TaskProgress.of(out, "load", loans.size())) {
                loaded = table.load(loans, clean, progress::step);
            }
            loaded.leftOut().forEach(badLines::add);
            if (clean) {
                out.printf("dbo.source: %d loans deleted, watermark reset%n", deleted);
            }
            out.printf("dbo.source: %d loans added, %d were there already%n", loaded.added(), loaded.known());
        }
        source.tell(badLines, spec.commandLine().getErr());
        return 0;
    }

    /** How many loans will be deleted, when the user means it. */
    private long confirmed(LoanTable table) throws SQLException {
        long rows = table.count();
        if (!yes) {
            if (System.console() == null) {
                throw new InputException("--clean deletes %d loans: confirm it with --yes".formatted(rows));
            }
            String answer = System.console()
                    .readLine("Delete all %d loans of dbo.source in \"%s\"? [y/N] ", rows, table.name());
            if (!"y".equalsIgnoreCase(String.valueOf(answer).strip())) {
                throw new InputException("nothing was deleted and nothing loaded");
            }
        }
        return rows;
    }
}
