package io.terralake.functions.modelevents.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.terralake.functions.messages.UnavailableException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A GitHub App that is installed where the repository is: its tokens live an hour, and are good for the one repository.
 *
 * @see <a href="https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app">how an app logs in</a>
 */
public final class GitHubApp implements Login {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** GitHub's clock may be behind ours by so much, and a JWT may live ten minutes. */
    private static final Duration BEFORE = Duration.ofSeconds(60);

    private static final Duration AFTER = Duration.ofMinutes(9);

    /** So long before its end a token is not used any more. */
    private static final Duration SPARE = Duration.ofMinutes(5);

    private final Rest api;
    private final String app;
    private final String installation;
    private final String repository;
    private final Signer signer;
    private final InstantSource clock;
    private Token token = new Token("", Instant.EPOCH);

    private record Token(String value, Instant end) {}

    /**
     * An app.
     *
     * @param api GitHub's API
     * @param app id of the app, or its client id
     * @param installation id of the installation
     * @param repository {@code owner/name}
     * @param signer signs by the app's private key
     * @param clock what time it is
     * @throws IllegalArgumentException when an id is none
     */
    public GitHubApp(Rest api, String app, String installation, String repository, Signer signer, InstantSource clock) {
        if (!app.matches("[A-Za-z0-9]{1,40}")) {
            throw new IllegalArgumentException("the app's id is \"%s\": letters and digits are allowed".formatted(app));
        }
        if (!NUMBER.matcher(installation).matches()) {
            throw new IllegalArgumentException(
                    "the installation is \"%s\": a number is allowed".formatted(installation));
        }
        this.api = api;
        this.app = app;
        this.installation = installation;
        this.repository = repository.substring(repository.indexOf('/') + 1);
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public synchronized String token() {
        if (clock.instant().isAfter(token.end().minus(SPARE))) {
            token = ask();
        }
        return token.value();
    }

    @Override
    public synchronized boolean forget(String refused) {
        if (token.value().equals(refused)) {
            token = new Token("", Instant.EPOCH);
        }
        return true;
    }

    private Token ask() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("repositories").add(repository);
        body.putObject("permissions").put("contents", "write").put("actions", "read");
        Answer answer = api.send(
                GitHub.headers(api.request("/app/installations/%s/access_tokens".formatted(installation), jwt()))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()))
                        .build());
        answer.limit(clock.instant()).ifPresent(limit -> {
            throw UnavailableException.until(
                    "GitHub gives no token for %d seconds".formatted(limit.toSeconds()), limit);
        });
        JsonNode json = answer.json();
        if (answer.status() != 201 || json.path("token").asText().isEmpty()) {
            throw answer.failure();
        }
        return new Token(
                json.path("token").asText(), end(json.path("expires_at").asText()));
    }

    private static Instant end(String time) {
        try {
            return Instant.parse(time);
        } catch (DateTimeException e) {
            throw UnavailableException.lasting("GitHub's token ends at no time", e);
        }
    }

    private String jwt() {
        Instant now = clock.instant();
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("iat", now.minus(BEFORE).getEpochSecond())
                .put("exp", now.plus(AFTER).getEpochSecond())
                .put("iss", app);
        String signed = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + encode(claims.toString());
        return signed + "." + BASE64.encodeToString(signer.sign(sha256(signed)));
    }

    private static String encode(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
