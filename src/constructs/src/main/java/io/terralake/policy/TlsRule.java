package io.terralake.policy;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Connections are encrypted, by TLS 1.2 or newer. */
final class TlsRule implements PolicyRule {
    private static final Pattern VERSION_ARGUMENT =
            Pattern.compile("(\\w+_)?(min|minimum|minimal)_tls_version(_enforced)?|tls_min_version|tls_version");

    /** {@code 1.2}, {@code TLS1_2}, {@code Tls12}; {@code Tls} alone is 1.0. */
    private static final Pattern VERSION = Pattern.compile("(?i)(?:TLS)?(?:1[._]?(\\d))?");

    private static final int OLDEST = 2;

    private static final Set<String> MUST_NOT_BE_FALSE =
            Set.of("https_only", "https_traffic_only_enabled", "ssl_enforcement_enabled");
    private static final Set<String> MUST_NOT_BE_TRUE = Set.of(
            "non_ssl_port_enabled",
            "backend_tls10_enabled",
            "backend_tls11_enabled",
            "frontend_tls10_enabled",
            "frontend_tls11_enabled",
            "tls10_enabled",
            "tls11_enabled",
            "tls_v1_enabled");

    @Override
    public String id() {
        return "tls";
    }

    @Override
    public List<String> check(PolicyResource resource) {
        return resource.arguments().stream().<String>mapMulti(TlsRule::check).toList();
    }

    private static void check(Argument argument, Consumer<String> found) {
        if (argument.isExpression()) {
            return;
        }
        if (isVersion(argument.name()) && !isNewEnough(argument.value().asText())) {
            found.accept(argument + ", TLS 1.2 or newer is needed");
        } else if (argument.is(false, MUST_NOT_BE_FALSE)) {
            found.accept(argument + ", true is needed");
        } else if (argument.is(true, MUST_NOT_BE_TRUE)) {
            found.accept(argument + ", false is needed");
        } else if (argument.name().equals("client_protocol") && argument.isText("Plaintext")) {
            found.accept(argument + ", \"Encrypted\" is needed");
        }
    }

    private static boolean isVersion(String name) {
        return name.contains("tls") && VERSION_ARGUMENT.matcher(name).matches();
    }

    private static boolean isNewEnough(String version) {
        Matcher matcher = VERSION.matcher(version);
        return matcher.matches() && matcher.group(1) != null && Integer.parseInt(matcher.group(1)) >= OLDEST;
    }
}
