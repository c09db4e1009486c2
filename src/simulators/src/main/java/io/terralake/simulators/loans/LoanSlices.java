package io.terralake.simulators.loans;

import io.terralake.simulators.InputException;
import io.terralake.simulators.loans.LoanFile.BadLine;
import java.io.IOException;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
    private final List<BadLine> badLines = new ArrayList<>();

    /**
     * Reads the file once, for its months and its bad lines.
     *
     * @throws InputException when there is no loan in it
     */
    LoanSlices(LoanFile file) throws IOException {
        this.file = file;
        file.read((loan, line) -> months.merge(loan.month(), 1, Integer::sum), badLines::add);
        if (months.isEmpty()) {
            throw new InputException("%s: there is no loan in it%s"
                    .formatted(file, badLines.isEmpty() ? "" : ", the first bad line is " + badLines.get(0)));
        }
    }

    /** The lines of the whole file that are no loans. */
    List<BadLine> badLines() {
        return List.copyOf(badLines);
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
     * The loans of a slice, each id once.
     *
     * @param duplicates gets the lines whose id was on an earlier line
     */
    List<Loan> loans(int slice, List<BadLine> duplicates) throws IOException {
        YearMonth month = month(slice);
        List<Loan> loans = new ArrayList<>(months.getOrDefault(month, 0));
        Map<Integer, Long> seen = new HashMap<>();
        file.read(
                (loan, line) -> {
                    if (loan.month().equals(month)) {
                        Long earlier = seen.putIfAbsent(loan.id(), line);
                        if (earlier == null) {
                            loans.add(loan);
                        } else {
                            duplicates.add(
                                    new BadLine(line, "id %d is on line %d already".formatted(loan.id(), earlier)));
                        }
                    }
                },
                bad -> {});
        return loans;
    }
}
