package io.terralake.policy;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Nothing is reachable by everyone. */
final class PublicAccessRule implements PolicyRule {
    private static final List<Function<PolicyResource, Stream<String>>> CHECKS = List.of(
            AnonymousReads::check,
            OpenEndpoints::check,
            OpenAddressRanges::check,
            OpenPorts::check,
            PrivateMode::check);

    @Override
    public String id() {
        return "public-access";
    }

    @Override
    public List<String> check(PolicyResource resource) {
        return CHECKS.stream().flatMap(check -> check.apply(resource)).toList();
    }
}
