package io.terralake.policy;

import java.util.Set;
import java.util.stream.Stream;

/** Public endpoints in a stack whose settings want none. */
final class PrivateMode {
    private static final Set<String> ENDPOINTS = Set.of("public_network_access_enabled", "public_network_enabled");

    private PrivateMode() {}

    static Stream<String> check(PolicyResource resource) {
        return resource.stack().isPrivate()
                ? resource.arguments().stream()
                        .filter(argument -> argument.is(true, ENDPOINTS))
                        .map(argument -> argument + ", false is needed where the network mode is private")
                : Stream.empty();
    }
}
