package io.terralake.network;

import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.providers.azurerm.private_endpoint.PrivateEndpointConfig;
import com.hashicorp.cdktf.providers.azurerm.private_endpoint.PrivateEndpointPrivateDnsZoneGroup;
import com.hashicorp.cdktf.providers.azurerm.private_endpoint.PrivateEndpointPrivateServiceConnection;
import io.terralake.core.DependsOn;
import io.terralake.core.PlatformStack;
import io.terralake.core.StackPart;
import io.terralake.core.TerraformText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.constructs.Construct;

/** An address in the network for one part of a service, with its DNS records. */
final class PrivateEndpoint extends StackPart {
    private final com.hashicorp.cdktf.providers.azurerm.private_endpoint.PrivateEndpoint resource;

    PrivateEndpoint(
            Construct service,
            PrivateLink link,
            String resourceId,
            String resourceName,
            String subnetId,
            List<String> dnsZoneIds) {
        super(service, "PrivateEndpoint-" + link.groupId());
        PlatformStack stack = PlatformStack.of(service);
        String name =
                stack.nameOf(this, NetworkNames.PRIVATE_ENDPOINT, "pep-%s-%s".formatted(resourceName, link.groupId()));
        this.resource = new com.hashicorp.cdktf.providers.azurerm.private_endpoint.PrivateEndpoint(
                this,
                "Resource",
                PrivateEndpointConfig.builder()
                        .name(name)
                        .customNetworkInterfaceName("nic-" + name)
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .subnetId(subnetId)
                        .privateServiceConnection(PrivateEndpointPrivateServiceConnection.builder()
                                .name(TerraformText.literal(link.groupId()))
                                .privateConnectionResourceId(TerraformText.literal(resourceId))
                                .subresourceNames(List.of(TerraformText.literal(link.groupId())))
                                .isManualConnection(false)
                                .build())
                        .privateDnsZoneGroup(zoneGroup(dnsZoneIds))
                        .tags(stack.tags())
                        .build());
        if (dnsZoneIds.isEmpty()) {
            // Whoever registers the endpoint writes into it.
            resource.setLifecycle(TerraformResourceLifecycle.builder()
                    .ignoreChanges(List.of("private_dns_zone_group"))
                    .build());
        }
    }

    /** Is made when another one is there. */
    void follow(PrivateEndpoint other) {
        DependsOn.add(this, List.of(other.resource));
    }

    private static @Nullable PrivateEndpointPrivateDnsZoneGroup zoneGroup(List<String> dnsZoneIds) {
        return dnsZoneIds.isEmpty()
                ? null
                : PrivateEndpointPrivateDnsZoneGroup.builder()
                        .name("default")
                        .privateDnsZoneIds(dnsZoneIds)
                        .build();
    }
}
