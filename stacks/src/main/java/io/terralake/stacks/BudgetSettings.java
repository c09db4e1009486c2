package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import io.terralake.monitoring.BudgetProps;
import io.terralake.settings.Checked;
import io.terralake.settings.Problems;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the environment may cost.
 *
 * @param monthlyAmount in the currency of the subscription
 * @param startMonth the first month, {@code YYYY-MM}; one that has passed, or none, is that of the deployment that makes the
 *     budget
 * @param alertPercentages the shares of the amount at which mail is sent, 1 to 1000, at most four; @default 80 and 100
 */
@RecordBuilder
public record BudgetSettings(
        @NotNull @Min(1) @Max(BudgetProps.MOST) @JsonPropertyDescription("spending per month, in the currency of the subscription")
        Integer monthlyAmount,

        @Nullable @Pattern(regexp = BudgetProps.MONTHS) @JsonPropertyDescription("first month, YYYY-MM, if it is yet to come; else the budget starts when it is made")
        String startMonth,

        @Nullable @JsonPropertyDescription("percentages of the amount at which mail is sent; default 80 and 100")
        @Size(max = BudgetProps.MOST_ALERTS) List<@Min(1) @Max(1000) Integer> alertPercentages)
        implements Checked {

    @Override
    public void check(Problems problems) {
        if (alertPercentages != null) {
            BudgetProps.checkAlerts(alertPercentages).ifPresent(problem -> problems.add("/alertPercentages", problem));
        }
    }
}
