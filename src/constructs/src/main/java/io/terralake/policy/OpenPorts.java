package io.terralake.policy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of network security groups that let the internet in. */
final class OpenPorts {
    private static final Set<String> EVERYONE = Set.of("*", "any", "internet", "0.0.0.0/0", "::/0", "0.0.0.0");

    private OpenPorts() {}

    static Stream<String> check(PolicyResource resource) {
        return switch (resource.type()) {
            case "azurerm_network_security_group" ->
                resource.blocks("security_rule").stream().flatMap(OpenPorts::check);
            case "azurerm_network_security_rule" -> check(resource.json());
            default -> Stream.empty();
        };
    }

    private static Stream<String> check(JsonNode rule) {
        boolean letsIn = rule.path("access").asText().equalsIgnoreCase("Allow")
                && rule.path("direction").asText().equalsIgnoreCase("Inbound");
        if (!letsIn) {
            return Stream.empty();
        }
        return Argument.allOf(rule).stream()
                .filter(argument -> argument.path().startsWith("source_address_prefix"))
                .filter(argument -> EVERYONE.contains(argument.value().asText().toLowerCase(Locale.ROOT)))
                .map(argument -> "rule %s lets in %s, a range of addresses that you know is needed"
                        .formatted(rule.path("name"), argument.value()));
    }
}
