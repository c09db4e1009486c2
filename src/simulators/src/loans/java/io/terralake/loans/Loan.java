package io.terralake.loans;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loan: the ten columns of {@code dbo.source}, in their order.
 *
 * @param id identifies it
 * @param amount the sum lent
 * @param income the borrower's income in a year
 * @param debtToIncome monthly debts by monthly income, in percent
 * @param delinquencies payments late by more than 30 days in the last two years
 * @param accounts the borrower's credit lines
 * @param paid what has been paid back
 * @param issued the month it was issued in, as its first day
 * @param earliestCredit when the borrower's first credit line began
 * @param status such as {@code Fully Paid}
 */
public record Loan(
        int id,
        @Nullable Double amount,
        @Nullable Double income,
        @Nullable Double debtToIncome,
        @Nullable Double delinquencies,
        @Nullable Double accounts,
        @Nullable Double paid,
        LocalDate issued,
        @Nullable LocalDate earliestCredit,
        @Nullable String status) {

    /** The columns of the file and of the table. */
    public static final List<String> COLUMNS = List.of(
            "id",
            "loan_amnt",
            "annual_inc",
            "dti",
            "delinq_2yrs",
            "total_acc",
            "total_pymnt",
            "issue_d",
            "earliest_cr_line",
            "loan_status");

    /**
     * The month that it was issued in.
     *
     * @return year and month
     */
    public YearMonth month() {
        return YearMonth.from(issued);
    }
}
