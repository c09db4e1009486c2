package io.terralake.examples;

import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIp;
import com.hashicorp.cdktf.providers.azurerm.public_ip.PublicIpConfig;
import io.terralake.core.PlatformStack;
import io.terralake.monitoring.Diagnostics;
import io.terralake.monitoring.LogProfile;
import software.constructs.Construct;

/** A resource with raw bindings, as the guide shows it. */
final class AddressExample extends Construct {
    AddressExample(Construct scope, String id) {
        super(scope, id);
        PlatformStack stack = PlatformStack.of(this);
        PublicIp address = new PublicIp(
                this,
                "Address",
                PublicIpConfig.builder()
                        .name("pip-reports")
                        .resourceGroupName(stack.resourceGroupName())
                        .location(stack.location())
                        .allocationMethod("Static")
                        .tags(stack.tags())
                        .build());
        Diagnostics.send(address, LogProfile.ALL_LOGS_AND_METRICS);
    }
}
