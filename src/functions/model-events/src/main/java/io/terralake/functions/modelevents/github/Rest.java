package io.terralake.functions.modelevents.github;

import io.terralake.functions.messages.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Pattern;

/** Calls a service over HTTPS. No redirection is followed, which could lead a token elsewhere. */
public final class Rest {
    /** GitHub ends what takes longer than ten seconds (REST API, best practices). A claim is held for longer. */
    static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int LARGEST_BODY = 8 << 20;
    private static final Pattern TOKENS = Pattern.compile("gh[a-z]_\\w+|github_pat_\\w+|eyJ[\\w-]+\\.[\\w.-]+");

    private final String service;
    private final URI base;
    private final HttpClient client;

    /**
     * A service.
     *
     * @param service its name, for messages
     * @param base an HTTPS address without query, below which everything is
     * @param client follows no redirection
     * @throws IllegalArgumentException when the address is none
     */
    public Rest(String service, URI base, HttpClient client) {
        boolean right = "https".equals(base.getScheme())
                && base.getHost() != null
                && base.getUserInfo() == null
                && base.getQuery() == null
                && base.getFragment() == null;
        if (!right) {
            throw new IllegalArgumentException(
                    "the address of %s is \"%s\": an https address is allowed".formatted(service, base));
        }
        if (client.followRedirects() != HttpClient.Redirect.NEVER) {
            throw new IllegalArgumentException("the client follows redirections");
        }
        this.service = service;
        this.base = base;
        this.client = client;
    }

    /**
     * What calls services by default.
     *
     * @return a client
     */
    public static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build();
    }

    /** A request for a path, which begins with a slash. */
    HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(base.toString().replaceFirst("/$", "") + path))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", "Bearer " + token);
    }

    /**
     * Calls.
     *
     * @return any answer
     * @throws UnavailableException when there is none; passing when nothing was sent
     */
    Answer send(HttpRequest request) {
        String place = "%s (%s)".formatted(service, base.getHost());
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                String text = new String(body.readNBytes(LARGEST_BODY), StandardCharsets.UTF_8);
                return new Answer(service, answer.statusCode(), answer.headers(), withoutSecrets(text, request));
            }
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw UnavailableException.passing("%s cannot be reached".formatted(place), e);
        } catch (IOException e) {
            throw UnavailableException.lasting("%s does not answer".formatted(place), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnavailableException.lasting("the invocation was ended", e);
        }
    }

    /** Those of the body that was asked for are for who asked. */
    private static String withoutSecrets(String text, HttpRequest request) {
        String sent = request.headers().firstValue("Authorization").orElse("").replaceFirst("^Bearer ", "");
        return sent.isEmpty() ? text : text.replace(sent, "***");
    }

    /** What may be told of a text. */
    static String shown(String text) {
        return TOKENS.matcher(text).replaceAll("***");
    }
}
