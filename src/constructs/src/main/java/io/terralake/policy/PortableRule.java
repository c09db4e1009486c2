package io.terralake.policy;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What is synthesized means the same on every machine. */
final class PortableRule implements PolicyRule {
    /** A token of CDKTF that became a number, and that CDKTF no longer recognizes. */
    private static final Pattern NUMBER_TOKEN = Pattern.compile("-\\d\\.\\d+[eE]\\+?\\d{3}");

    private static final String TEXT_TOKEN = "TfToken[";
    private static final Pattern MACHINE_PATH =
            Pattern.compile("(/(home|root|tmp|work|Users|var/folders)/|[A-Z]:[\\\\/])");

    @Override
    public String id() {
        return "portable";
    }

    @Override
    public List<String> check(PolicyResource resource) {
        return resource.arguments().stream()
                .<String>mapMulti(PortableRule::check)
                .toList();
    }

    @Override
    public List<String> checkOutsideResources(PolicyStack stack) {
        return stack.valuesOutsideResources().stream()
                .<String>mapMulti(PortableRule::check)
                .toList();
    }

    private static void check(Argument argument, Consumer<String> found) {
        String value = argument.value().asText();
        if (value.indexOf('-') >= 0 && NUMBER_TOKEN.matcher(value).find()) {
            found.accept(argument + ", a token that became a number; pass the number itself or Token.asString");
        } else if (value.contains(TEXT_TOKEN)) {
            found.accept(argument + ", a token that was not resolved; pass it on as it is");
        } else if (MACHINE_PATH.matcher(value).lookingAt()) {
            found.accept(argument + ", a path of this machine; a path from the stack's folder is needed");
        }
    }
}
