package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlert;
import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlertAction;
import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlertConfig;
import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlertCriteria;
import com.hashicorp.cdktf.providers.azurerm.monitor_activity_log_alert.MonitorActivityLogAlertCriteriaServiceHealth;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.identity.Deployer;
import java.util.List;
import software.constructs.Construct;

/** Tells an action group what Azure announces of its services in the environment's region: incidents, retirements, security. */
public final class ServiceHealthAlert extends StackPart {

    public ServiceHealthAlert(Construct scope, String id, ServiceHealthAlertProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        new MonitorActivityLogAlert(
                this,
                "Resource",
                MonitorActivityLogAlertConfig.builder()
                        .name(stack.nameOf(this, MonitorNames.ALERT, null, "service-health"))
                        .resourceGroupName(place.resourceGroupName())
                        .location("global")
                        .scopes(List.of("/subscriptions/" + Deployer.of(this).subscriptionId()))
                        .description("Azure has something to say about its services")
                        .criteria(MonitorActivityLogAlertCriteria.builder()
                                .category("ServiceHealth")
                                .serviceHealth(MonitorActivityLogAlertCriteriaServiceHealth.builder()
                                        .events(List.of("ActionRequired", "Incident", "Security"))
                                        .locations(
                                                List.of("Global", place.region().displayName()))
                                        .build())
                                .build())
                        .action(List.of(MonitorActivityLogAlertAction.builder()
                                .actionGroupId(props.actionGroup().actionGroupId())
                                .build()))
                        .tags(stack.tags())
                        .build());
    }
}
