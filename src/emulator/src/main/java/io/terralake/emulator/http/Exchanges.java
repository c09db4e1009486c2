package io.terralake.emulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads requests from HTTP and writes their answers to it. */
final class Exchanges implements HttpHandler {
    private final Function<Request, Reply> answers;

    Exchanges(Function<Request, Reply> answers) {
        this.answers = answers;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = answers.apply(request(exchange));
            if (reply.isNone()) {
                return;
            }
            exchange.getResponseHeaders()
                    .set("x-ms-request-id", UUID.randomUUID().toString());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            boolean silent =
                    reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), silent ? -1 : reply.body().length);
            if (!silent) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(reply.body());
                }
            }
        }
    }

    private static Request request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        URI uri = exchange.getRequestURI();
        String host = uri.getScheme() == null ? headers.getOrDefault("host", "") : uri.getRawAuthority();
        return new Request(
                exchange.getRequestMethod(),
                (exchange instanceof HttpsExchange ? "https://" : "http://") + host,
                host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT),
                path(uri),
                query(uri.getRawQuery()),
                Map.copyOf(headers),
                exchange.getRequestBody().readAllBytes());
    }

    /** Two slashes at the start, which azurerm writes, are no host; where there is a host, a scheme is before it. */
    private static String path(URI uri) {
        String host = uri.getAuthority() == null || uri.getScheme() != null ? "" : "/" + uri.getAuthority();
        return (host + uri.getPath()).replaceAll("/+", "/").replaceFirst("/$", "");
    }

    private static Map<String, String> query(@Nullable String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters.put(decoded(name).toLowerCase(Locale.ROOT), decoded(value));
        }
        return Map.copyOf(parameters);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
