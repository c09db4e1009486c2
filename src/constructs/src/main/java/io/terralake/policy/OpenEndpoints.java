package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;

/** Public endpoints that let in whom they do not know. */
final class OpenEndpoints {
    private static final Set<String> FIREWALLS =
            Set.of("network_rules", "network_acls", "network_rule_set", "network_rulesets");

    /** Carry the rules of a storage account as a resource of their own. */
    private static final String SEPARATE_RULES = "azurerm_storage_account_network_rules";

    private OpenEndpoints() {}

    static Stream<String> check(PolicyResource resource) {
        return isClosed(resource) ? Stream.empty() : Stream.concat(openActions(resource), missingFirewall(resource));
    }

    /** Whether there is no public endpoint, or only Terraform knows. */
    private static boolean isClosed(PolicyResource resource) {
        JsonNode access = resource.given("public_network_access_enabled");
        return access.isTextual() || access.isBoolean() && !access.booleanValue();
    }

    private static Stream<String> openActions(PolicyResource resource) {
        return resource.arguments().stream()
                .filter(argument -> argument.name().equals("default_action") && isFirewall(resource, argument))
                .filter(argument -> !argument.isExpression() && !argument.isText("Deny"))
                .map(argument -> argument + ", \"Deny\" is needed");
    }

    private static boolean isFirewall(PolicyResource resource, Argument argument) {
        return FIREWALLS.contains(argument.block()) || resource.type().equals(SEPARATE_RULES);
    }

    private static Stream<String> missingFirewall(PolicyResource resource) {
        return AzurermTypes.firewallOf(resource.type()).stream()
                .filter(block -> resource.given(block).isEmpty()
                        && !resource.given(block).isTextual())
                .filter(block -> resource.referrers().stream()
                        .noneMatch(rules -> rules.type().equals(SEPARATE_RULES)))
                .map("%s is absent, which lets everyone in; one with default_action \"Deny\" is needed"::formatted);
    }
}
