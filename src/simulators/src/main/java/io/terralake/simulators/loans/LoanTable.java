package io.terralake.simulators.loans;

import io.terralake.loans.BadLine;
import io.terralake.loans.Loan;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code dbo.source} with its watermark. Every change is made whole or not at all. */
final class LoanTable {
    static final int BATCH = 1_000;

    private static final String INSERT = "INSERT INTO [dbo].[source] (%s) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            .formatted(Loan.COLUMNS.stream().map("[%s]"::formatted).collect(Collectors.joining(", ")));

    private final Connection connection;

    LoanTable(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** The name of the database, for people. */
    String name() throws SQLException {
        return String.valueOf(connection.getCatalog());
    }

    /** How many loans there are. */
    long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM [dbo].[source]")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /**
     * What became of the loans of a file.
     *
     * @param added how many are new in the table
     * @param known how many the table had already
     * @param leftOut those whose id the table has in another month, which cannot be there twice
     */
    record Loaded(int added, int known, List<BadLine> leftOut) {}

    /**
     * Adds the loans that are not there yet, in one transaction: killed on the way, the table is as it was, and a rerun
     * adds none twice.
     *
     * @param loans loans of one month, each id once, by the numbers of their lines
     * @param clean whether the table is emptied before and its watermark reset, so that the next copy begins anew
     * @param inserted is told of each batch, with its size
     */
    Loaded load(Map<Long, Loan> loans, boolean clean, IntConsumer inserted) throws SQLException {
        try {
            if (clean) {
                clean();
            }
            Loaded loaded = loans.isEmpty() ? new Loaded(0, 0, List.of()) : addMissing(loans, inserted);
            connection.commit();
            return loaded;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        }
    }

    private void clean() throws SQLException {
        try (Statement statement = connection.createStatement();
                CallableStatement reset = connection.prepareCall("{call [dbo].[usp_ResetWatermark](?)}")) {
            statement.execute("TRUNCATE TABLE [dbo].[source]");
            reset.setString(1, "source");
            reset.execute();
        }
    }

    private Loaded addMissing(Map<Long, Loan> loans, IntConsumer inserted) throws SQLException {
        LocalDate first = loans.values().iterator().next().issued().withDayOfMonth(1);
        Set<Integer> known =
                ids("[issue_d] >= ? AND [issue_d] < ?", Date.valueOf(first), Date.valueOf(first.plusMonths(1)));
        List<Loan> missing = loans.values().stream()
                .filter(loan -> !known.contains(loan.id()))
                .toList();
        int alreadyThere = loans.size() - missing.size();
        if (missing.isEmpty()) {
            return new Loaded(0, alreadyThere, List.of());
        }
        var range = missing.stream().mapToInt(Loan::id).summaryStatistics();
        Set<Integer> elsewhere = ids("[id] BETWEEN ? AND ?", range.getMin(), range.getMax());
        elsewhere.removeAll(known);
        List<BadLine> leftOut = new ArrayList<>();
        loans.forEach((line, loan) -> {
            if (elsewhere.contains(loan.id())) {
                leftOut.add(BadLine.of(line, "id %d is in dbo.source already, in another month".formatted(loan.id())));
            }
        });
        insert(missing.stream().filter(loan -> !elsewhere.contains(loan.id())).toList(), inserted);
        return new Loaded(missing.size() - leftOut.size(), alreadyThere, leftOut);
    }

    private void insert(List<Loan> loans, IntConsumer inserted) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int from = 0; from < loans.size(); from += BATCH) {
                List<Loan> batch = loans.subList(from, Math.min(from + BATCH, loans.size()));
                for (Loan loan : batch) {
                    bind(insert, loan);
                    insert.addBatch();
                }
                insert.executeBatch();
                inserted.accept(batch.size());
            }
        }
    }

    /** The ids of the rows that a condition with two values picks. */
    private Set<Integer> ids(String condition, Object from, Object to) throws SQLException {
        Set<Integer> ids = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT [id] FROM [dbo].[source] WHERE " + condition)) {
            select.setObject(1, from);
            select.setObject(2, to);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
        }
        return ids;
    }

    private static void bind(PreparedStatement insert, Loan loan) throws SQLException {
        insert.setInt(1, loan.id());
        List<@Nullable Double> numbers = Arrays.asList(
                loan.amount(), loan.income(), loan.debtToIncome(), loan.delinquencies(), loan.accounts(), loan.paid());
        for (int i = 0; i < numbers.size(); i++) {
            insert.setObject(2 + i, numbers.get(i), Types.DOUBLE);
        }
        insert.setDate(8, Date.valueOf(loan.issued()));
        LocalDate earliest = loan.earliestCredit();
        insert.setObject(9, earliest == null ? null : Date.valueOf(earliest), Types.DATE);
        insert.setString(10, loan.status());
    }
}
