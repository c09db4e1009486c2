package io.terralake.monitoring;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.azurerm.consumption_budget_resource_group.ConsumptionBudgetResourceGroup;
import com.hashicorp.cdktf.providers.azurerm.consumption_budget_resource_group.ConsumptionBudgetResourceGroupConfig;
import com.hashicorp.cdktf.providers.azurerm.consumption_budget_resource_group.ConsumptionBudgetResourceGroupNotification;
import com.hashicorp.cdktf.providers.azurerm.consumption_budget_resource_group.ConsumptionBudgetResourceGroupTimePeriod;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** A monthly budget for the stack's resource group: mail at each share of it, and when the forecast exceeds it. */
public final class Budget extends StackPart {

    public Budget(Construct scope, String id, BudgetProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        new ConsumptionBudgetResourceGroup(
                this,
                "Resource",
                ConsumptionBudgetResourceGroupConfig.builder()
                        .name(stack.nameOf(this, MonitorNames.BUDGET, null))
                        .resourceGroupId(place.resourceGroupId())
                        .amount(props.amount())
                        .timeGrain("Monthly")
                        .timePeriod(ConsumptionBudgetResourceGroupTimePeriod.builder()
                                .startDate(start(props.startMonth()))
                                .build())
                        .notification(notifications(props))
                        // Another start would replace the budget.
                        .lifecycle(TerraformResourceLifecycle.builder()
                                .ignoreChanges(List.of("time_period"))
                                .build())
                        .build());
    }

    /**
     * The month of the deployment that makes the budget, or a later one: Azure takes no month that has passed. Terraform finds
     * it when it plans, so that the same stack is synthesized on every day.
     */
    private static String start(@Nullable YearMonth month) {
        String now = "formatdate(\"YYYY-MM-01'T'00:00:00'Z'\", plantimestamp())";
        return month == null
                ? "${%s}".formatted(now)
                : "${timecmp(\"%1$s\", plantimestamp()) > 0 ? \"%1$s\" : %2$s}".formatted(month + "-01T00:00:00Z", now);
    }

    private static List<ConsumptionBudgetResourceGroupNotification> notifications(BudgetProps props) {
        return Stream.concat(
                        props.alertPercentages().stream()
                                .map(percentage -> notification("Actual", percentage, props.emails())),
                        Stream.of(notification("Forecasted", 100, props.emails())))
                .toList();
    }

    private static ConsumptionBudgetResourceGroupNotification notification(
            String thresholdType, int percentage, List<String> emails) {
        return ConsumptionBudgetResourceGroupNotification.builder()
                .operator("GreaterThan")
                .thresholdType(thresholdType)
                .threshold(percentage)
                .contactEmails(TerraformText.literal(emails))
                .build();
    }
}
