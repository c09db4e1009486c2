package io.terralake.functions.modelevents.github;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.Shown;
import io.terralake.functions.messages.UnavailableException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a service answered.
 *
 * @param service its name
 * @param status that of HTTP
 * @param headers those of HTTP
 * @param text the body, without anything secret
 */
record Answer(String service, int status, HttpHeaders headers, String text) {
    /** What GitHub wants where it does not say for how long (REST API, rate limits). */
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final Pattern INSTANT = Pattern.compile("\\d{1,11}");
    private static final int LONGEST_MESSAGE = 500;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The body; a missing node when it is no JSON. */
    JsonNode json() {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** For how long there may be no requests; empty when there was not too much of them. */
    Optional<Duration> limit(Instant now) {
        boolean spent = header("x-ratelimit-remaining", SECONDS).equals(Optional.of(0L));
        boolean told = text.toLowerCase(Locale.ROOT).contains("rate limit");
        Optional<Long> after = header("Retry-After", SECONDS);
        if (status != 429 && !(status == 403 && (spent || told || after.isPresent()))) {
            return Optional.empty();
        }
        Optional<Duration> reset = header("x-ratelimit-reset", INSTANT)
                .filter(seconds -> spent)
                .map(seconds ->
                        Duration.between(now, Instant.ofEpochSecond(seconds)).plusSeconds(1));
        Duration wait = after.map(Duration::ofSeconds).or(() -> reset).orElse(MINUTE);
        return Optional.of(shortened(wait));
    }

    /** For how long a service that fails wants no requests; empty when it does not fail, or does not say. */
    Optional<Duration> pause() {
        return header("Retry-After", SECONDS)
                .filter(seconds -> status >= 500)
                .map(seconds -> shortened(Duration.ofSeconds(seconds)));
    }

    private static Duration shortened(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(HOUR) > 0 ? HOUR : wait;
    }

    private Optional<Long> header(String name, Pattern form) {
        return headers.firstValue(name)
                .filter(value -> form.matcher(value).matches())
                .map(Long::valueOf);
    }

    /** What is thrown for it when it is not what was wanted. Whether a 5xx did what was asked for is not known: it comes back later. */
    RuntimeException failure() {
        String said = "%s answers %d".formatted(service, status);
        if (status >= 500 || status == 408) {
            return UnavailableException.lasting(said, null);
        }
        if (status < 400) {
            return new RejectedException(said);
        }
        String message = json().path("message").asText(text);
        return new RejectedException("%s: %s".formatted(said, Shown.quoted(Rest.shown(message), LONGEST_MESSAGE)));
    }
}
