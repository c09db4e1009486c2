package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.log_analytics_workspace.LogAnalyticsWorkspace;
import com.hashicorp.cdktf.providers.azurerm.log_analytics_workspace.LogAnalyticsWorkspaceConfig;
import io.terralake.core.AzureResource;
import io.terralake.core.PlatformStack;
import software.constructs.Construct;

/** A Log Analytics workspace that takes logs from Entra identities only. */
public final class LogAnalytics extends Construct implements LogSink {
    private final String workspaceId;

    public LogAnalytics(Construct scope, String id, LogAnalyticsProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        LogAnalyticsWorkspace resource = new LogAnalyticsWorkspace(
                this,
                "Resource",
                LogAnalyticsWorkspaceConfig.builder()
                        .name(stack.nameOf(this, AzureResource.LOG_ANALYTICS_WORKSPACE, props.name()))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .sku("PerGB2018")
                        .retentionInDays(props.retentionDays())
                        .dailyQuotaGb(props.dailyQuotaGb())
                        .localAuthenticationEnabled(false)
                        .tags(stack.tags())
                        .build());
        this.workspaceId = resource.getId();
        stack.protection().retainAndLock(resource, workspaceId, props.removalPolicy());
    }

    @Override
    public String workspaceId() {
        return workspaceId;
    }
}
