package io.terralake.network;

import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.providers.azurerm.monitor_private_link_scope.MonitorPrivateLinkScopeConfig;
import com.hashicorp.cdktf.providers.azurerm.monitor_private_link_scoped_service.MonitorPrivateLinkScopedService;
import com.hashicorp.cdktf.providers.azurerm.monitor_private_link_scoped_service.MonitorPrivateLinkScopedServiceConfig;
import io.terralake.core.DependsOn;
import io.terralake.core.PlatformStack;
import io.terralake.core.RequiredFields;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import java.util.ArrayList;
import java.util.List;
import software.constructs.Construct;

/**
 * The way of logs and telemetry from inside a private network to Azure Monitor. The network then sends to the resources of the scope
 * only; people go on asking from where they are.
 */
public final class MonitorPrivateLinkScope extends StackPart {

    public MonitorPrivateLinkScope(Construct scope, String id, MonitorPrivateLinkScopeProps props) {
        super(scope, id);
        RequiredFields.check(this, props);
        PlatformStack stack = PlatformStack.of(scope);
        String name = stack.nameOf(this, NetworkNames.MONITOR_PRIVATE_LINK_SCOPE, null);
        var resource = new com.hashicorp.cdktf.providers.azurerm.monitor_private_link_scope.MonitorPrivateLinkScope(
                this,
                "Resource",
                MonitorPrivateLinkScopeConfig.builder()
                        .name(name)
                        .resourceGroupName(stack.resourceGroupName())
                        .ingestionAccessMode("PrivateOnly")
                        .queryAccessMode("Open")
                        .tags(stack.tags())
                        .build());
        List<TerraformResource> services = new ArrayList<>();
        props.resources().forEach((service, resourceId) -> {
            MonitorPrivateLinkScopedService added = new MonitorPrivateLinkScopedService(
                    this,
                    service,
                    MonitorPrivateLinkScopedServiceConfig.builder()
                            .name(stack.nameOf(this, NetworkNames.MONITOR_PRIVATE_LINK_SCOPE, service))
                            .resourceGroupName(stack.resourceGroupName())
                            .scopeName(resource.getName())
                            .linkedResourceId(TerraformText.literal(resourceId))
                            .build());
            // A scope is changed by one at a time.
            DependsOn.add(added, List.copyOf(services));
            services.add(added);
        });
        Network.of(stack).connect(this, resource.getId(), name, MonitorPrivateLink.AZURE_MONITOR);
        // The endpoint's records are those of what is in the scope by then.
        if (getNode().tryFindChild("PrivateEndpoint-" + MonitorPrivateLink.AZURE_MONITOR.groupId())
                instanceof Construct endpoint) {
            DependsOn.add(endpoint, services);
        }
    }
}
