package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.application_insights.ApplicationInsightsConfig;
import io.terralake.core.AzureResource;
import io.terralake.core.PlatformStack;
import software.constructs.Construct;

/** Application Insights that stores its telemetry in the platform's workspace and takes it from Entra identities only. */
public final class ApplicationInsights extends Construct {
    private final com.hashicorp.cdktf.providers.azurerm.application_insights.ApplicationInsights resource;

    /** @param sink the workspace that holds the telemetry */
    public ApplicationInsights(Construct scope, String id, LogSink sink) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(scope);
        this.resource = new com.hashicorp.cdktf.providers.azurerm.application_insights.ApplicationInsights(
                this,
                "Resource",
                ApplicationInsightsConfig.builder()
                        .name(stack.nameOf(this, AzureResource.APPLICATION_INSIGHTS, null))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .applicationType("web")
                        .workspaceId(sink.workspaceId())
                        .localAuthenticationDisabled(true)
                        .tags(stack.tags())
                        .build());
    }

    /** The Azure id of the component. */
    public String resourceId() {
        return resource.getId();
    }
}
