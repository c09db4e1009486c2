package io.terralake.monitoring;

import com.hashicorp.cdktf.providers.azurerm.application_insights.ApplicationInsightsConfig;
import io.terralake.azure.NamingRule;
import io.terralake.core.AzapiAction;
import io.terralake.core.AzapiActionProps;
import io.terralake.core.Contract;
import io.terralake.core.Placement;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.identity.Grant;
import io.terralake.identity.Principal;
import io.terralake.identity.Role;
import io.terralake.identity.RoleGrant;
import java.util.Objects;
import software.constructs.Construct;

/** Application Insights that stores its telemetry in the platform's workspace and takes it from Entra identities only. */
public final class ApplicationInsights extends StackPart implements IApplicationInsights {
    private static final NamingRule NAMING =
            NamingRule.of("application insights", "appi", 1, 260, "[A-Za-z0-9._()-]+", "letters, digits and '._()-'");

    private static final Role PUBLISHER = Role.named("Monitoring Metrics Publisher");

    private final com.hashicorp.cdktf.providers.azurerm.application_insights.ApplicationInsights resource;

    public ApplicationInsights(Construct scope, String id, ApplicationInsightsProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        Placement place = Placement.of(this);
        this.resource = new com.hashicorp.cdktf.providers.azurerm.application_insights.ApplicationInsights(
                this,
                "Resource",
                ApplicationInsightsConfig.builder()
                        .name(stack.nameOf(this, NAMING, null, Objects.requireNonNullElse(props.purpose(), "")))
                        .resourceGroupName(place.resourceGroupName())
                        .location(place.location())
                        .applicationType("web")
                        .workspaceId(Contract.ask(this, props.logs(), "workspaceId", props.logs()::workspaceId))
                        .localAuthenticationDisabled(true)
                        .internetIngestionEnabled(Ingestion.fromInternet(stack))
                        .tags(stack.tags())
                        .build());
        // azurerm's own switch waits half an hour for a rule that may not come
        // (hashicorp/terraform-provider-azurerm#18026).
        deleteAtDestroy(
                "FailureAnomalies",
                "Microsoft.AlertsManagement/smartDetectorAlertRules",
                "2021-04-01",
                "Failure Anomalies - " + resource.getName());
        deleteAtDestroy(
                "SmartDetection",
                "Microsoft.Insights/actionGroups",
                "2023-01-01",
                "Application Insights Smart Detection");
    }

    /** Azure makes it some time after the component, leaves it, and it would keep the resource group from being destroyed. */
    private void deleteAtDestroy(String id, String type, String version, String name) {
        String group = Placement.of(this).resourceGroupId();
        new AzapiAction(
                this,
                id,
                AzapiActionProps.builder()
                        .type("%s@%s".formatted(type, version))
                        .resourceId("%s/providers/%s/%s".formatted(group, type, name))
                        .method(AzapiActionProps.Method.DELETE)
                        .when(AzapiActionProps.When.DESTROY)
                        .ignoreNotFound(true)
                        .build());
    }

    @Override
    public String resourceId() {
        return resource.getId();
    }

    @Override
    public String connectionString() {
        return resource.getConnectionString();
    }

    @Override
    public Grant grantPublish(Principal principal) {
        return RoleGrant.of(this, resourceId(), PUBLISHER, principal);
    }
}
