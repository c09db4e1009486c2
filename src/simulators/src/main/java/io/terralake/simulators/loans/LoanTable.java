package io.terralake.simulators.loans;

import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
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
     * Adds the loans that are not there yet, in one transaction: killed on the way, the table is as it was, and a rerun
     * adds none twice.
     *
     * @param loans loans of one month
     * @param clean whether the table is emptied before and its watermark reset, so that the next copy begins anew
     * @param inserted is told of each batch, with its size
     * @return how many were added
     */
    int load(List<Loan> loans, boolean clean, IntConsumer inserted) throws SQLException {
        try {
            if (clean) {
                clean();
            }
            int added = loans.isEmpty() ? 0 : insert(loans, inserted);
            connection.commit();
            return added;
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

    private int insert(List<Loan> loans, IntConsumer inserted) throws SQLException {
        Set<Integer> known = idsOf(loans.get(0).issued());
        List<Loan> missing =
                loans.stream().filter(loan -> !known.contains(loan.id())).toList();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (int from = 0; from < missing.size(); from += BATCH) {
                List<Loan> batch = missing.subList(from, Math.min(from + BATCH, missing.size()));
                for (Loan loan : batch) {
                    bind(insert, loan);
                    insert.addBatch();
                }
                insert.executeBatch();
                inserted.accept(batch.size());
            }
        }
        return missing.size();
    }

    private Set<Integer> idsOf(LocalDate month) throws SQLException {
        Set<Integer> ids = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT [id] FROM [dbo].[source] WHERE [issue_d] >= ? AND [issue_d] < ?")) {
            LocalDate first = month.withDayOfMonth(1);
            select.setDate(1, Date.valueOf(first));
            select.setDate(2, Date.valueOf(first.plusMonths(1)));
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
