package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.monitor_metric_alert.MonitorMetricAlert;
import com.hashicorp.cdktf.providers.azurerm.monitor_metric_alert.MonitorMetricAlertAction;
import com.hashicorp.cdktf.providers.azurerm.monitor_metric_alert.MonitorMetricAlertConfig;
import com.hashicorp.cdktf.providers.azurerm.monitor_metric_alert.MonitorMetricAlertCriteria;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import java.util.List;
import java.util.Objects;
import software.constructs.Construct;

/** Tells an action group when a metric crosses a threshold: looked at every 5 minutes over the last 15. */
public final class MetricAlert extends StackPart {

    public MetricAlert(Construct scope, String id, MetricAlertProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        Metric metric = props.metric();
        new MonitorMetricAlert(
                this,
                "Resource",
                MonitorMetricAlertConfig.builder()
                        .name(stack.nameOf(this, MonitorNames.ALERT, null, id))
                        .resourceGroupName(place.resourceGroupName())
                        .scopes(List.of(TerraformText.literal(metric.resourceId())))
                        .description(TerraformText.literal(props.description()))
                        .severity(Objects.requireNonNull(props.severity()).ordinal())
                        .frequency("PT5M")
                        .windowSize("PT15M")
                        .criteria(List.of(MonitorMetricAlertCriteria.builder()
                                .metricNamespace(TerraformText.literal(metric.namespace()))
                                .metricName(TerraformText.literal(metric.name()))
                                .aggregation(metric.aggregation().azureName())
                                .operator(props.operator().azureName())
                                .threshold(props.threshold())
                                .build()))
                        .action(List.of(MonitorMetricAlertAction.builder()
                                .actionGroupId(Contract.ask(
                                        this, props.actionGroup(), "actionGroupId", props.actionGroup()::actionGroupId))
                                .build()))
                        .tags(stack.tags())
                        .build());
    }
}
