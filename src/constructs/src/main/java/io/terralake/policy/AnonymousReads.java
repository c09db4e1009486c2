package io.terralake.policy;

import java.util.Set;
import java.util.stream.Stream;

/** Blobs that can be read without a login. */
final class AnonymousReads {
    private static final Set<String> OPENING = Set.of("allow_nested_items_to_be_public");

    private AnonymousReads() {}

    static Stream<String> check(PolicyResource resource) {
        return Stream.concat(
                resource.arguments().stream()
                        .filter(argument -> argument.is(true, OPENING))
                        .map(argument -> argument + ", false is needed"),
                resource.argument("container_access_type").stream()
                        .filter(argument -> !argument.isExpression() && !argument.isText("private"))
                        .map(argument -> argument + ", \"private\" is needed"));
    }
}
