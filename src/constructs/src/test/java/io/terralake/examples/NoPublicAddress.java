package io.terralake.examples;

import io.terralake.policy.PolicyResource;
import io.terralake.policy.PolicyRule;
import java.util.List;

/** Machines have no public addresses: they go out by the NAT gateway. */
final class NoPublicAddress implements PolicyRule {
    private static final String NAT_GATEWAY = "azurerm_nat_gateway_public_ip_association";

    @Override
    public String id() {
        return "no-public-address";
    }

    @Override
    public List<String> check(PolicyResource resource) {
        boolean isOfNatGateway =
                resource.referrers().stream().anyMatch(user -> user.type().equals(NAT_GATEWAY));
        return resource.type().equals("azurerm_public_ip") && !isOfNatGateway
                ? List.of("a public address is not allowed but for a NAT gateway")
                : List.of();
    }
}
