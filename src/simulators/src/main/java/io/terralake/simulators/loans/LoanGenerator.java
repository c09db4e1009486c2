package io.terralake.simulators.loans;

import io.terralake.loans.Loan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Loans that look like those of a lender of the years after 2007: more each month, larger for larger incomes, mostly paid
 * back. The same seed gives the same loans.
 */
final class LoanGenerator implements IntFunction<Loan> {
    private static final YearMonth FIRST = YearMonth.of(2007, 6);
    private static final double MEDIAN_INCOME = 65_000;
    private static final List<String> TROUBLED =
            List.of("Charged Off", "Late (31-120 days)", "In Grace Period", "Default");

    private final Random random;
    private final int rows;
    private final int months;

    /**
     * @param rows how many loans there are
     * @param months how many months they spread over, more in the later ones
     */
    LoanGenerator(long seed, int rows, int months) {
        this.random = new Random(seed);
        this.rows = rows;
        this.months = months;
    }

    /** The loan of an index, which must be asked for in order. */
    @Override
    public Loan apply(int index) {
        // Uniform in the square root, so that the number of loans grows by month.
        int month = (int) Math.min(months - 1, Math.floor(months * Math.sqrt((index + 0.5) / rows)));
        LocalDate issued = FIRST.plusMonths(index == 0 ? 0 : month).atDay(1);
        double income = round(MEDIAN_INCOME * Math.exp(0.5 * random.nextGaussian()), 100);
        double amount = round(clamp(income * (0.1 + 0.3 * random.nextDouble()), 1_000, 40_000), 25);
        String status = status();
        double paidShare = switch (status) {
            case "Fully Paid" -> 1 + 0.25 * random.nextDouble();
            case "Current" -> random.nextDouble();
            default -> 0.6 * random.nextDouble();
        };
        LocalDate earliest = issued.minusMonths(36 + random.nextInt(360)).withDayOfMonth(1);
        return new Loan(
                1_000_000 + index,
                amount,
                income,
                round(clamp(18 + 8 * random.nextGaussian(), 0, 45), 0.01),
                (double) (random.nextInt(100) < 80 ? 0 : 1 + random.nextInt(4)),
                (double) (3 + random.nextInt(45)),
                round(amount * paidShare, 0.01),
                issued,
                earliest,
                status);
    }

    private String status() {
        int percent = random.nextInt(100);
        if (percent < 45) {
            return "Current";
        }
        return percent < 85 ? "Fully Paid" : TROUBLED.get(random.nextInt(TROUBLED.size()));
    }

    private static double clamp(double value, double lowest, double highest) {
        return Math.max(lowest, Math.min(highest, value));
    }

    private static double round(double value, double step) {
        return Math.round(Math.round(value / step) * step * 100) / 100.0;
    }
}
