package io.terralake.eventgrid;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of addresses that events are posted to. */
final class WebhookAddress {
    /** What Terraform will know. */
    private static final Pattern TOKEN = Pattern.compile("\\$\\{TfToken\\[[^\\]]*]}");

    /** Parameters that are secrets wherever they are known: those of functions, of Logic Apps and shared access signatures, and the like. */
    private static final List<String> SECRETS = List.of(
            "access_token",
            "api_key",
            "api-key",
            "apikey",
            "client_secret",
            "code",
            "key",
            "password",
            "secret",
            "sig",
            "subscription-key",
            "token");

    /** Where an address, even a wrong one, may have a secret: user and password, what is asked, and the fragment. */
    private static final Pattern SECRET_PARTS = Pattern.compile("(?<=//).*(?=@)|(?<=[?#]).+");

    private WebhookAddress() {}

    /** @throws IllegalArgumentException when it is no HTTPS address, or has a secret in it; what is a token as a whole is not checked */
    static void check(String url) {
        if (!TOKEN.matcher(url).matches()) {
            problem(TOKEN.matcher(url).replaceAll("token")).ifPresent(problem -> {
                throw new IllegalArgumentException(problem);
            });
        }
    }

    private static Optional<String> problem(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            return Optional.of(noAddress(url));
        }
        if (uri.getUserInfo() != null) {
            return Optional.of("the address of a webhook is not allowed: it has a user or password in it");
        }
        if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getFragment() != null) {
            return Optional.of(noAddress(url));
        }
        return parameters(uri.getQuery())
                .filter(SECRETS::contains)
                .findFirst()
                .map(name ->
                        ("the address of a webhook is not allowed: its parameter \"%s\" is a secret; take an application of Entra"
                                        + " instead")
                                .formatted(name));
    }

    private static String noAddress(String url) {
        return "webhook \"%s\" is not allowed: an address that begins with https://"
                .formatted(SECRET_PARTS.matcher(url).replaceAll("…"));
    }

    private static Stream<String> parameters(@Nullable String query) {
        return query == null
                ? Stream.empty()
                : Stream.of(query.split("&")).map(parameter -> parameter.split("=", 2)[0].toLowerCase(Locale.ROOT));
    }
}
