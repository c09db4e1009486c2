package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.application_insights.ApplicationInsightsConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzureByproduct;
import io.terralake.core.AzureByproductProps;
import io.terralake.core.Contract;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import software.constructs.Construct;

/** Application Insights that stores its telemetry in the platform's workspace and takes it from Entra identities only. */
public final class ApplicationInsights extends Construct {
    private static final NamingRule NAMING =
            NamingRule.of("application insights", "appi", 1, 260, "[A-Za-z0-9._()-]+", "letters, digits and '._()-'");

    private final com.hashicorp.cdktf.providers.azurerm.application_insights.ApplicationInsights resource;

    public ApplicationInsights(Construct scope, String id, ApplicationInsightsProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        this.resource = new com.hashicorp.cdktf.providers.azurerm.application_insights.ApplicationInsights(
                this,
                "Resource",
                ApplicationInsightsConfig.builder()
                        .name(stack.nameOf(this, NAMING, null))
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .applicationType("web")
                        .workspaceId(Contract.ask(this, props.logs(), "workspaceId", props.logs()::workspaceId))
                        .localAuthenticationDisabled(true)
                        .internetIngestionEnabled(Ingestion.fromInternet(stack))
                        .tags(stack.tags())
                        .build());
        // azurerm's own switch waits half an hour for a rule that may not come
        // (hashicorp/terraform-provider-azurerm#18026).
        new AzureByproduct(
                this,
                "FailureAnomalies",
                AzureByproductProps.builder()
                        .type("Microsoft.AlertsManagement/smartDetectorAlertRules@2021-04-01")
                        .name("Failure Anomalies - " + resource.getName())
                        .build());
        new AzureByproduct(
                this,
                "SmartDetection",
                AzureByproductProps.builder()
                        .type("Microsoft.Insights/actionGroups@2023-01-01")
                        .name("Application Insights Smart Detection")
                        .build());
    }

    /** The Azure id of the component. */
    public String resourceId() {
        return resource.getId();
    }
}
