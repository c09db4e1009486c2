package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.log_analytics_workspace.LogAnalyticsWorkspace;
import com.hashicorp.cdktf.providers.azurerm.log_analytics_workspace.LogAnalyticsWorkspaceConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.ImportedId;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import java.util.List;
import software.constructs.Construct;

/** A Log Analytics workspace that takes logs from Entra identities only, in private mode only from inside the network. */
public final class LogAnalytics extends StackPart implements LogSink {
    private static final NamingRule NAMING = NamingRule.of(
            "log analytics workspace",
            "log",
            4,
            63,
            "[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]",
            "letters, digits and hyphens inside");

    private final String workspaceId;

    public LogAnalytics(Construct scope, String id, LogAnalyticsProps props) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        LogAnalyticsWorkspace resource = new LogAnalyticsWorkspace(
                this,
                "Resource",
                LogAnalyticsWorkspaceConfig.builder()
                        .name(stack.nameOf(this, NAMING, props.name()))
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .sku("PerGB2018")
                        .retentionInDays(props.retentionDays())
                        .dailyQuotaGb(props.dailyQuotaGb())
                        .localAuthenticationEnabled(false)
                        .internetIngestionEnabled(Ingestion.fromInternet(stack))
                        .tags(stack.tags())
                        .build());
        this.workspaceId = resource.getId();
        stack.protection().retainAndLock(resource, workspaceId, props.removalPolicy());
        Diagnostics.send(resource, new LogProfile("", List.of("audit"), List.of()));
    }

    /**
     * An existing workspace, such as the one that a platform team keeps for everybody.
     *
     * @throws io.terralake.core.ConstructException when the id is not that of a Log Analytics workspace
     */
    public static LogSink fromWorkspaceId(Construct scope, String id, String workspaceId) {
        return new Imported(scope, id, workspaceId);
    }

    @Override
    public String workspaceId() {
        return workspaceId;
    }

    private static final class Imported extends StackPart implements LogSink {
        private final String workspaceId;

        private Imported(Construct scope, String id, String workspaceId) {
            super(scope, id);
            this.workspaceId = new ImportedId(this, workspaceId, "Microsoft.OperationalInsights/workspaces").toString();
        }

        @Override
        public String workspaceId() {
            return workspaceId;
        }
    }
}
