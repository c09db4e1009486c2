package io.terralake.policy;

import java.util.List;
import java.util.stream.Stream;

/** Firewall rules of databases and caches that let in every address, or all that Azure gives to any customer. */
final class OpenAddressRanges {
    private static final String FIREWALL_RULE = "_firewall_rule";

    private OpenAddressRanges() {}

    static Stream<String> check(PolicyResource resource) {
        return resource.type().endsWith(FIREWALL_RULE)
                ? Stream.concat(
                        opens(resource, List.of("start_ip_address", "start_ip"), "0.0.0.0"),
                        opens(resource, List.of("end_ip_address", "end_ip"), "255.255.255.255"))
                : Stream.empty();
    }

    private static Stream<String> opens(PolicyResource resource, List<String> names, String everyone) {
        return names.stream()
                .flatMap(name -> resource.argument(name).stream())
                .filter(argument -> argument.isText(everyone))
                .map(argument -> argument + ", a range of addresses that you know is needed");
    }
}
