package io.terralake.simulators.loans;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Makes a loan of a line of a file. */
final class LoanParser {
    /** As the Lending Club writes months: {@code Dec-2011}. */
    private static final DateTimeFormatter MONTH = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM-yyyy")
            .toFormatter(Locale.ENGLISH);

    private LoanParser() {}

    /** @throws IllegalArgumentException with the column, the value and what is allowed */
    static Loan parse(CSVRecord line) {
        LocalDate issued = date(line, "issue_d");
        if (issued == null) {
            throw new IllegalArgumentException("issue_d is empty, a date such as 2007-06-01 or Jun-2007 is needed");
        }
        return new Loan(
                id(line),
                number(line, "loan_amnt"),
                number(line, "annual_inc"),
                number(line, "dti"),
                number(line, "delinq_2yrs"),
                number(line, "total_acc"),
                number(line, "total_pymnt"),
                issued,
                date(line, "earliest_cr_line"),
                text(line, "loan_status"));
    }

    private static int id(CSVRecord line) {
        String value = text(line, "id");
        try {
            return Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("id \"%s\" is no whole number".formatted(value == null ? "" : value));
        }
    }

    private static @Nullable Double number(CSVRecord line, String column) {
        String value = text(line, column);
        if (value == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as for NaN
        }
        throw new IllegalArgumentException("%s \"%s\" is no number such as 1234.5".formatted(column, value));
    }

    private static @Nullable LocalDate date(CSVRecord line, String column) {
        String value = text(line, column);
        if (value == null) {
            return null;
        }
        try {
            return Character.isDigit(value.charAt(0))
                    ? LocalDate.parse(value)
                    : YearMonth.parse(value, MONTH).atDay(1);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "%s \"%s\" is no date such as 2007-06-01 or Jun-2007".formatted(column, value));
        }
    }

    private static @Nullable String text(CSVRecord line, String column) {
        String value = line.get(column).strip();
        return value.isEmpty() ? null : value;
    }
}
