package io.terralake.monitoring;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.azure.Limits;
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
        Limits.check("budget", amount, 1, Integer.MAX_VALUE, "");
        emails = List.copyOf(emails);
        alertPercentages = alertPercentages == null ? List.of(80, 100) : List.copyOf(alertPercentages);
        alertPercentages.forEach(percentage -> Limits.check("budget alert", percentage, 1, 1000, "%"));
    }

    public static BudgetPropsBuilder builder() {
        return BudgetPropsBuilder.builder();
    }
}
