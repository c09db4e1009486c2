package io.terralake.policy;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is synthesized means the same on every machine. */
final class PortableRule implements PolicyRule {
    /** A token of CDKTF that became a number, and that CDKTF no longer recognizes. */
    private static final Pattern NUMBER_TOKEN = Pattern.compile("-\\d\\.\\d+[eE]\\+?\\d{3}");

    private static final Pattern TEXT_TOKEN = Pattern.compile("TfToken\\[");
    private static final Pattern MACHINE_PATH =
            Pattern.compile("^(/(home|root|tmp|work|Users|var/folders)/|[A-Z]:[\\\\/])");

    @Override
    public String id() {
        return "portable";
    }

    @Override
    public List<String> check(PolicyResource resource) {
        return resource.arguments().stream().flatMap(PortableRule::check).toList();
    }

    @Override
    public List<String> checkOutsideResources(PolicyStack stack) {
        return stack.valuesOutsideResources().stream()
                .flatMap(PortableRule::check)
                .toList();
    }

    private static Stream<String> check(Argument argument) {
        String value = argument.value().asText();
        if (NUMBER_TOKEN.matcher(value).find()) {
            return Stream.of(argument + ", a token that became a number; pass the number itself or Token.asString");
        }
        if (TEXT_TOKEN.matcher(value).find()) {
            return Stream.of(argument + ", a token that was not resolved; pass it on as it is");
        }
        return MACHINE_PATH.matcher(value).find()
                ? Stream.of(argument + ", a path of this machine; a path from the stack's folder is needed")
                : Stream.empty();
    }
}
