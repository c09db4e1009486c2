package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Properties of a {@link Budget}.
 *
 * @param amount what may be spent in a month, in the currency of the subscription
 * @param startMonth the first month; a fixed value, since changing it replaces the budget
 * @param emails who is told
 * @param alertPercentages the shares of the amount at which mail is sent, 1 to 1000; @default 80 and 100
 */
@RecordBuilder
public record BudgetProps(
        int amount,
        YearMonth startMonth,
        List<String> emails,
        @Nullable List<Integer> alertPercentages) {

    public BudgetProps {
        emails = List.copyOf(emails);
        alertPercentages = alertPercentages == null ? List.of(80, 100) : List.copyOf(alertPercentages);
        if (amount < 1) {
            throw new IllegalArgumentException("a budget of %d is not allowed: 1 or more".formatted(amount));
        }
        for (int percentage : alertPercentages) {
            if (percentage < 1 || percentage > 1000) {
                throw new IllegalArgumentException(
                        "a budget alert at %d %% is not allowed: 1 to 1000 %%".formatted(percentage));
            }
        }
    }

    public static BudgetPropsBuilder builder() {
        return BudgetPropsBuilder.builder();
    }
}
