package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.EmailList;
import io.terralake.azure.Limits;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Budget}.
 *
 * @param amount what may be spent in a month, 1 to 1,000,000,000, in the currency of the subscription
 * @param startMonth the first month, June 2017 or later; one that has passed counts as that of the deployment that makes the
 *     budget, and none at all too; a budget that is there keeps its own
 * @param emails who is told, 1 to 50 addresses
 * @param alertPercentages the shares of the amount at which mail is sent, 1 to 1000, at most four; @default 80 and 100
 * @see <a href="https://learn.microsoft.com/rest/api/consumption/budgets/create-or-update">Budgets: limits</a>
 */
@RecordBuilder
public record BudgetProps(
        int amount,
        @Nullable YearMonth startMonth,
        List<String> emails,
        @Nullable List<Integer> alertPercentages) {
    /** The most that a month may cost. */
    public static final int MOST = 1_000_000_000;

    /** How many shares a budget can tell of: five notifications, one of which is for the forecast. */
    public static final int MOST_ALERTS = 4;

    /** The form of months that a budget can start in. */
    public static final String MONTHS = "^(2017-(0[6-9]|1[0-2])|20(1[89]|[2-9][0-9])-(0[1-9]|1[0-2]))$";

    private static final YearMonth FIRST = YearMonth.of(2017, 6);

    public BudgetProps {
        Limits.check("budget", amount, 1, MOST, "");
        if (startMonth != null && startMonth.isBefore(FIRST)) {
            throw new IllegalArgumentException(
                    "a budget that starts in %s is not allowed: %s or later".formatted(startMonth, FIRST));
        }
        emails = emails == null ? emails : EmailList.check("a budget", emails);
        alertPercentages = alertPercentages == null ? List.of(80, 100) : List.copyOf(alertPercentages);
        checkAlerts(alertPercentages).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    public static BudgetPropsBuilder builder() {
        return BudgetPropsBuilder.builder();
    }

    /** What is wrong with shares of a budget, if anything. */
    public static Optional<String> checkAlerts(List<Integer> percentages) {
        if (percentages.size() > MOST_ALERTS) {
            return Optional.of(
                    "%d budget alerts are not allowed: %d at most".formatted(percentages.size(), MOST_ALERTS));
        }
        if (percentages.size() > Set.copyOf(percentages).size()) {
            return Optional.of("budget alerts of %s are not allowed: each once".formatted(percentages));
        }
        return percentages.stream()
                .filter(percentage -> percentage < 1 || percentage > 1000)
                .findFirst()
                .map("budget alert of %d is not allowed: 1 to 1000 %%"::formatted);
    }
}
