package io.terralake.loans;

import io.terralake.loans.CsvRecords.Line;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a loan of a line of a file, or tells everything that is wrong with the line. */
final class LoanParser {
    /** Beyond these years a date is a slip: it would move every slice, or fit no type of a database. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2099;

    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    /** Java's parser takes 1d, 0x1p4 and NaN too. */
    private static final String OF_NUMBERS = "0123456789.eE+-";

    /** As the Lending Club writes months: {@code Dec-2011}. */
    private static final DateTimeFormatter MONTH = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM-uuuu")
            .toFormatter(Locale.ENGLISH);

    private static final int LONGEST_SHOWN = 60;

    private final int[] positions;

    LoanParser(List<@Nullable String> header) {
        this.positions = Loan.COLUMNS.stream().mapToInt(header::indexOf).toArray();
    }

    /** The loan of a line; null when it is none, which the consumer is told. */
    @Nullable Loan parse(Line line, Consumer<BadLine> badLines) {
        List<String> problems = new ArrayList<>();
        Integer id = id(line, problems);
        @Nullable Double[] numbers = new Double[6];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(line, i + 1, problems);
        }
        LocalDate issued = date(line, 7, problems);
        if (issued == null && trimmed(line, 7) == null) {
            problems.add("issue_d is empty, a date such as 2007-06-01 or Jun-2007 is needed");
        }
        LocalDate earliest = date(line, 8, problems);
        String status = line.values().get(positions[9]);
        if (status != null && CsvRecords.isBroken(status)) {
            problems.add("loan_status holds bytes that are no UTF-8");
        }
        if (id == null || issued == null || !problems.isEmpty()) {
            // A line of nothing but commas, as spreadsheets leave it, is no row that lacks an id.
            boolean withoutId = trimmed(line, 0) == null
                    && line.values().stream().anyMatch(value -> value != null && !value.isBlank());
            badLines.accept(new BadLine(line.first(), line.last(), withoutId, String.join("; ", problems)));
            return null;
        }
        return new Loan(
                id, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], issued, earliest, status);
    }

    private @Nullable Integer id(Line line, List<String> problems) {
        String value = trimmed(line, 0);
        if (value != null && WHOLE.matcher(value).matches()) {
            try {
                return Integer.valueOf(value);
            } catch (NumberFormatException e) {
                problems.add("id \"%s\" is out of range: %d to %d"
                        .formatted(shown(value), Integer.MIN_VALUE, Integer.MAX_VALUE));
                return null;
            }
        }
        problems.add("id \"%s\" is no whole number".formatted(value == null ? "" : shown(value)));
        return null;
    }

    private @Nullable Double number(Line line, int column, List<String> problems) {
        String value = trimmed(line, column);
        if (value == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number) && isPlain(value)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as for NaN
        }
        problems.add("%s \"%s\" is no number such as 1234.5".formatted(Loan.COLUMNS.get(column), shown(value)));
        return null;
    }

    private static boolean isPlain(String number) {
        for (int i = 0; i < number.length(); i++) {
            if (OF_NUMBERS.indexOf(number.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private @Nullable LocalDate date(Line line, int column, List<String> problems) {
        String value = trimmed(line, column);
        if (value == null) {
            return null;
        }
        String name = Loan.COLUMNS.get(column);
        try {
            LocalDate date = Character.isDigit(value.charAt(0))
                    ? LocalDate.parse(value)
                    : YearMonth.parse(value, MONTH).atDay(1);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) {
                return date;
            }
            problems.add("%s \"%s\" is out of range: %d to %d".formatted(name, shown(value), FIRST_YEAR, LAST_YEAR));
        } catch (DateTimeParseException e) {
            problems.add("%s \"%s\" is no date such as 2007-06-01 or Jun-2007".formatted(name, shown(value)));
        }
        return null;
    }

    /** A value without blanks around it; null when nothing is left. */
    private @Nullable String trimmed(Line line, int column) {
        String value = line.values().get(positions[column]);
        String stripped = value == null ? "" : value.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** A value as a message can show it, on one line and not without end. */
    static String shown(String value) {
        String cut = value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }
}
