package io.terralake.simulators.loans;

import io.terralake.input.InputException;
import io.terralake.loans.BadLine;
import io.terralake.loans.BadLines;
import io.terralake.loans.Loan;
import io.terralake.loans.LoanFile;
import java.io.IOException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The loans of a file by month. Slice <i>n</i> is the month <i>n</i> months after that of the first loan, whatever the
 * year.
 */
final class LoanSlices {
    private final LoanFile file;
    private final SortedMap<YearMonth, Integer> months = new TreeMap<>();

    /**
     * Reads the file once, for its months and its bad lines.
     *
     * @param badLines gets the lines of the whole file that are no loans
     * @throws InputException when there is no loan in it
     */
    LoanSlices(LoanFile file, BadLines badLines) throws IOException {
        this.file = file;
        file.read((loan, line) -> months.merge(loan.month(), 1, Integer::sum), badLines::add);
        if (months.isEmpty()) {
            throw new InputException("%s: there is no loan in it%s"
                    .formatted(
                            file,
                            badLines.list().isEmpty()
                                    ? ""
                                    : ", the first bad line is "
                                            + badLines.list().get(0)));
        }
    }

    /**
     * The month of a slice.
     *
     * @throws InputException when it is before the first or after the last
     */
    YearMonth month(int slice) {
        long last = months.firstKey().until(months.lastKey(), ChronoUnit.MONTHS);
        if (slice < 0 || slice > last) {
            throw new InputException("%s: there is no slice %d, there are 0 (%s) to %d (%s)"
                    .formatted(file, slice, months.firstKey(), last, months.lastKey()));
        }
        return months.firstKey().plusMonths(slice);
    }

    /**
     * The loans of a slice, each id once, in the order of the file.
     *
     * @param badLines gets the lines whose id was on an earlier line
     * @return loans by the numbers of their lines
     */
    Map<Long, Loan> loans(int slice, BadLines badLines) throws IOException {
        YearMonth month = month(slice);
        Map<Long, Loan> loans = new LinkedHashMap<>();
        Map<Integer, Long> seen = new LinkedHashMap<>();
        file.read(
                (loan, line) -> {
                    if (loan.month().equals(month)) {
                        Long earlier = seen.putIfAbsent(loan.id(), line);
                        if (earlier == null) {
                            loans.put(line, loan);
                        } else {
                            badLines.add(BadLine.of(line, "id %d is on line %d already".formatted(loan.id(), earlier)));
                        }
                    }
                },
                bad -> {});
        return loans;
    }
}
