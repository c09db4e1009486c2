package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.monitor_scheduled_query_rules_alert_v2.MonitorScheduledQueryRulesAlertV2;
import com.hashicorp.cdktf.providers.azurerm.monitor_scheduled_query_rules_alert_v2.MonitorScheduledQueryRulesAlertV2Action;
import com.hashicorp.cdktf.providers.azurerm.monitor_scheduled_query_rules_alert_v2.MonitorScheduledQueryRulesAlertV2Config;
import com.hashicorp.cdktf.providers.azurerm.monitor_scheduled_query_rules_alert_v2.MonitorScheduledQueryRulesAlertV2Criteria;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import java.util.List;
import java.util.Objects;
import software.constructs.Construct;

/** Tells an action group when what the logs say crosses a threshold; it is over when they say so no longer. */
public final class QueryAlert extends StackPart {

    public QueryAlert(Construct scope, String id, QueryAlertProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        LogSink logs = props.logs();
        LogQuery query = props.query();
        new MonitorScheduledQueryRulesAlertV2(
                this,
                "Resource",
                MonitorScheduledQueryRulesAlertV2Config.builder()
                        .name(stack.nameOf(this, MonitorNames.ALERT, null, id))
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .scopes(List.of(Contract.ask(this, logs, "workspaceId", logs::workspaceId)))
                        .description(TerraformText.literal(props.description()))
                        .severity(Objects.requireNonNull(props.severity()).ordinal())
                        .evaluationFrequency(props.isoWindow())
                        .windowDuration(props.isoWindow())
                        // Tables appear with the first entry that is written to them.
                        .skipQueryValidation(true)
                        .autoMitigationEnabled(true)
                        .criteria(List.of(MonitorScheduledQueryRulesAlertV2Criteria.builder()
                                .query(TerraformText.literal(query.text()))
                                .metricMeasureColumn(
                                        query.column() == null ? null : TerraformText.literal(query.column()))
                                .timeAggregationMethod(
                                        (query.column() == null ? Aggregation.COUNT : Aggregation.TOTAL).azureName())
                                .operator(props.operator().inQueries())
                                .threshold(props.threshold())
                                .build()))
                        .action(MonitorScheduledQueryRulesAlertV2Action.builder()
                                .actionGroups(List.of(Contract.ask(
                                        this,
                                        props.actionGroup(),
                                        "actionGroupId",
                                        props.actionGroup()::actionGroupId)))
                                .build())
                        .tags(stack.tags())
                        .build());
    }
}
