package io.terralake.functions.modelevents.github;

import io.terralake.functions.messages.UnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** Calls a service over HTTPS. No redirection is followed, which could lead a token elsewhere. */
public final class Rest {
    /** GitHub ends what takes longer than ten seconds (REST API, best practices). A claim is held for longer. */
    static final Duration LONGEST_ANSWER = Duration.ofSeconds(15);

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Pattern TOKENS = Pattern.compile("gh[a-z]_\\w+|github_pat_\\w+|eyJ[\\w-]+\\.[\\w.-]+");

    private final String service;
    private final URI base;
    private final HttpClient client;
    private final Duration longest;

    /**
     * A service.
     *
     * @param service its name, for messages
     * @param base an HTTPS address without query, below which everything is
     * @param client follows no redirection
     * @throws IllegalArgumentException when the address is none
     */
    public Rest(String service, URI base, HttpClient client) {
        this(service, base, client, LONGEST_ANSWER);
    }

    /** @param longest that an answer takes, to its last byte */
    Rest(String service, URI base, HttpClient client, Duration longest) {
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
        this.longest = longest;
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
            HttpResponse<String> answer = exchange(request);
            return new Answer(service, answer.statusCode(), answer.headers(), withoutSecrets(answer.body(), request));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw UnavailableException.passing("%s cannot be reached".formatted(place), e);
        } catch (IOException e) {
            throw UnavailableException.lasting("%s does not answer".formatted(place), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnavailableException.lasting("the invocation was ended", e);
        }
    }

    /** The client's own limit ends with the headers. */
    private HttpResponse<String> exchange(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("it takes too long", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } finally {
            answer.cancel(true);
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
