package io.terralake.functions.deviceimages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.messages.Shown;
import io.terralake.functions.messages.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The prediction of an online endpoint of Azure Machine Learning. It is asked with a table of one row, as models of MLflow take it, and answers a
 * number, alone in a list or an object.
 */
public final class OnlineEndpoint implements Score {
    /** What a token for endpoints is for. */
    public static final String SCOPE = "https://ml.azure.com/.default";

    private static final String QUESTION = "{\"input_data\":{\"columns\":[\"image\"],\"index\":[0],\"data\":[\"";
    private static final String QUESTION_END = "\"]}}";
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final int LONGEST_BODY = 64 << 10;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Not the image's fault: no right or no such endpoint yet, it took too long, there is too much to do. */
    private static final Set<Integer> LATER = Set.of(401, 403, 404);

    private static final Set<Integer> SOON = Set.of(408, 429);

    /**
     * The answer when the model's own server did not answer 200; what it answered is in a header.
     *
     * @see <a href="https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-online-endpoints#http-status-codes">HTTP status
     *     codes of online endpoints</a>
     */
    private static final int MODEL_FAILED = 424;

    private static final String MODEL_ANSWERED = "ms-azureml-model-error-statuscode";

    /** It is busy, or not there yet; 500 is what a model makes of an image that it cannot read. */
    private static final Set<String> MODEL_SOON = Set.of("408", "429", "502", "503", "504");

    private final URI address;
    private final Supplier<String> token;
    private final HttpClient client;
    private final Retries retries;

    /**
     * An endpoint.
     *
     * @param address its scoring route, an HTTPS address
     * @param token gives a token of {@link #SCOPE} that is valid
     * @param client what asks
     * @param retries what to do when the endpoint fails in passing
     * @throws IllegalArgumentException when the address is none
     */
    public OnlineEndpoint(String address, Supplier<String> token, HttpClient client, Retries retries) {
        this.address = URI.create(address);
        if (!"https".equals(this.address.getScheme()) || this.address.getHost() == null) {
            throw new IllegalArgumentException(
                    "the address of the endpoint is no https address: \"%s\"".formatted(address));
        }
        this.token = token;
        this.client = client;
        this.retries = retries;
    }

    /**
     * What asks endpoints by default: it follows no redirection, which could lead the token elsewhere.
     *
     * @return a client
     */
    public static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(LONGEST_CONNECT).build();
    }

    @Override
    public double of(DeviceImage image, long pixels) {
        ByteBuffer encoded = Base64.getEncoder().encode(image.png().duplicate());
        HttpRequest.BodyPublisher question = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(QUESTION),
                HttpRequest.BodyPublishers.ofByteArray(encoded.array(), 0, encoded.limit()),
                HttpRequest.BodyPublishers.ofString(QUESTION_END));
        return retries.call(() -> ask(question));
    }

    private double ask(HttpRequest.BodyPublisher question) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(LONGEST_ANSWER)
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .POST(question)
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return score(answer, body.readNBytes(LONGEST_BODY));
            }
        } catch (IOException e) {
            throw UnavailableException.passing("the endpoint %s cannot be reached".formatted(address.getHost()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw UnavailableException.lasting("the invocation was ended", e);
        }
    }

    private double score(HttpResponse<?> answer, byte[] body) {
        int status = answer.statusCode();
        String said = "the endpoint %s answers %d".formatted(address.getHost(), status);
        if (status == 200) {
            return number(body);
        }
        if (SOON.contains(status) || status >= 500 || isModelAway(answer)) {
            throw answer.headers()
                    .firstValue("Retry-After")
                    .filter(text -> SECONDS.matcher(text).matches())
                    .map(text -> UnavailableException.until(said, Duration.ofSeconds(Long.parseLong(text))))
                    .orElseGet(() -> UnavailableException.passing(said, null));
        }
        if (LATER.contains(status) || status < 400) {
            throw UnavailableException.lasting(said, null);
        }
        throw new RejectedException(said);
    }

    private static boolean isModelAway(HttpResponse<?> answer) {
        return answer.statusCode() == MODEL_FAILED
                && answer.headers()
                        .firstValue(MODEL_ANSWERED)
                        .filter(MODEL_SOON::contains)
                        .isPresent();
    }

    private static double number(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            JsonNode answer = MAPPER.readTree(text);
            JsonNode number = answer.size() == 1 ? answer.elements().next() : answer;
            if (number.isNumber() && Double.isFinite(number.asDouble())) {
                return number.asDouble();
            }
        } catch (JsonProcessingException e) {
            // Told below.
        }
        throw new RejectedException(
                "the endpoint answers %s: one number in a list or an object is allowed".formatted(Shown.quoted(text)));
    }
}
