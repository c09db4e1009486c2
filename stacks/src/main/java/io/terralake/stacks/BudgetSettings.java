package io.terralake.stacks;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the environment may cost.
 *
 * @param monthlyAmount in the currency of the subscription
 * @param startMonth the first month, {@code YYYY-MM}; changing it replaces the budget
 * @param alertPercentages the shares of the amount at which mail is sent, 1 to 1000; @default 80 and 100
 */
@RecordBuilder
public record BudgetSettings(
        @NotNull @Min(1) @JsonPropertyDescription("spending per month, in the currency of the subscription")
        Integer monthlyAmount,

        @NotNull @Pattern(regexp = "^20[0-9]{2}-(0[1-9]|1[0-2])$")
        @JsonPropertyDescription("first month, YYYY-MM; changing it replaces the budget")
        String startMonth,

        @Nullable @JsonPropertyDescription("percentages of the amount at which mail is sent; default 80 and 100")
        List<@Min(1) @Max(1000) Integer> alertPercentages) {}
