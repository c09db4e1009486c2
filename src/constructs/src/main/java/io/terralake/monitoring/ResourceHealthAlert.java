package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlert;
import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlertAction;
import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlertConfig;
import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlertCriteria;
import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlertCriteriaResourceHealth;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import java.util.List;
import software.constructs.Construct;

/** Tells an action group when Azure reports a resource of the stack's resource group as degraded or unavailable. */
public final class ResourceHealthAlert extends StackPart {

    public ResourceHealthAlert(Construct scope, String id, ResourceHealthAlertProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        new MonitorActivityLogAlert(
                this,
                "Resource",
                MonitorActivityLogAlertConfig.builder()
                        .name(stack.nameOf(this, MonitorNames.ALERT, null, "resource-health"))
                        .resourceGroupName(place.resourceGroupName())
                        .location("global")
                        .scopes(List.of(place.resourceGroupId()))
                        .description("A resource of the platform is degraded or unavailable")
                        .criteria(MonitorActivityLogAlertCriteria.builder()
                                .category("ResourceHealth")
                                .resourceHealth(MonitorActivityLogAlertCriteriaResourceHealth.builder()
                                        .current(List.of("Degraded", "Unavailable"))
                                        .previous(List.of("Available", "Degraded", "Unknown"))
                                        .reason(List.of("PlatformInitiated", "Unknown"))
                                        .build())
                                .build())
                        .action(List.of(MonitorActivityLogAlertAction.builder()
                                .actionGroupId(Contract.ask(
                                        this, props.actionGroup(), "actionGroupId", props.actionGroup()::actionGroupId))
                                .build()))
                        .tags(stack.tags())
                        .build());
    }
}
