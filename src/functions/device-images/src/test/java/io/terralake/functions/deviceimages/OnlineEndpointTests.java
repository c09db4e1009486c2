package io.terralake.functions.deviceimages;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.Retries;
import io.terralake.functions.messages.Shown;
import io.terralake.functions.messages.UnavailableException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that answers over HTTPS on this machine. */
class OnlineEndpointTests {
    private static final WireMockServer SERVER = new WireMockServer(
            wireMockConfig().bindAddress("127.0.0.1").httpDisabled(true).dynamicHttpsPort());
    private static final DeviceImage IMAGE =
            new DeviceImage("a.png", ByteBuffer.wrap(new byte[] {9, 1, 2, 3, 9}, 1, 3));

    private final List<Duration> pauses = new ArrayList<>();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void reset() {
        SERVER.resetAll();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[0.25] | 0.25", "[7] | 7", "{\"score\": -1e3} | -1000", "{\"predictions\":12.5} | 12.5", "3 | 3"})
    void takesTheNumberOfTheAnswer(String body, double score) throws GeneralSecurityException {
        answer(aResponse().withBody(body));
        assertThat(score()).isEqualTo(score);
        SERVER.verify(
                1,
                postRequestedFor(urlEqualTo("/score"))
                        .withHeader("Authorization", equalTo("Bearer token-1"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalToJson(
                                "{\"input_data\":{\"columns\":[\"image\"],\"index\":[0],\"data\":[\"AQID\"]}}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "[]",
                "{}",
                "[1,2]",
                "[\"1\"]",
                "[null]",
                "[[1]]",
                "{\"a\":1,\"b\":2}",
                "[1e999]",
                "<html>"
            })
    void refusesAnAnswerThatIsNoNumber(String body) throws GeneralSecurityException {
        answer(aResponse().withBody(body));
        assertThatThrownBy(this::score)
                .isInstanceOf(RejectedException.class)
                .hasMessage("the endpoint answers %s: one number in a list or an object is allowed"
                        .formatted(Shown.quoted(body)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422, 424})
    void refusesAnImageThatTheModelRefuses(int status) {
        answer(aResponse().withStatus(status).withBody("secret"));
        assertThatThrownBy(this::score)
                .isInstanceOf(RejectedException.class)
                .hasMessage("the endpoint 127.0.0.1 answers %d".formatted(status));
        assertThat(pauses).isEmpty();
    }

    /** Azure ML answers 424 for whatever the model's own server answered. */
    @Test
    void comesBackWhenTheModelIsAwayAndNotWhenItRefuses() {
        for (int model : List.of(408, 429, 502, 503, 504)) {
            answer(aResponse().withStatus(424).withHeader("ms-azureml-model-error-statuscode", "" + model));
            pauses.clear();
            assertThatThrownBy(this::score)
                    .isInstanceOf(UnavailableException.class)
                    .hasMessage("the endpoint 127.0.0.1 answers 424");
            assertThat(pauses).hasSize(3);
        }
        for (int model : List.of(200, 400, 500)) {
            answer(aResponse().withStatus(424).withHeader("ms-azureml-model-error-statuscode", "" + model));
            assertThatThrownBy(this::score).isInstanceOf(RejectedException.class);
        }
        answer(aResponse().withStatus(400).withHeader("ms-azureml-model-error-statuscode", "503"));
        assertThatThrownBy(this::score).isInstanceOf(RejectedException.class);
    }

    /** A right that is missing is no fault of the image. */
    @ParameterizedTest
    @ValueSource(ints = {204, 302, 401, 403, 404})
    void comesBackWhenSomebodyMustMendTheEndpoint(int status) {
        answer(aResponse().withStatus(status).withHeader("Location", "https://evil.example/"));
        assertThatThrownBy(this::score)
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the endpoint 127.0.0.1 answers %d".formatted(status));
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void triesAgainWhenTheEndpointIsBusy(int status) throws GeneralSecurityException {
        SERVER.stubFor(post("/score")
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(status).withHeader("Retry-After", "7"))
                .willSetStateTo("free"));
        SERVER.stubFor(post("/score")
                .inScenario("busy")
                .whenScenarioStateIs("free")
                .willReturn(aResponse().withBody("[1]")));
        assertThat(score()).isEqualTo(1);
        assertThat(pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void comesBackWhenTheEndpointStaysBusy() {
        answer(aResponse().withStatus(429).withHeader("Retry-After", "Thu, 26 Nov 2026 07:28:00 GMT"));
        assertThatThrownBy(this::score)
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the endpoint 127.0.0.1 answers 429");
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void comesBackAtOnceWhenTheEndpointAsksForLong() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "3600"));
        assertThatThrownBy(this::score).isInstanceOf(UnavailableException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void triesAgainWhenTheConnectionBreaks() {
        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThatThrownBy(this::score)
                .isInstanceOf(UnavailableException.class)
                .hasMessage("the endpoint 127.0.0.1 cannot be reached");
        assertThat(pauses).hasSize(3);
    }

    /** The token goes to nobody whose certificate is not trusted. */
    @Test
    void trustsNoStranger() {
        answer(aResponse().withBody("[1]"));
        OnlineEndpoint endpoint = endpoint(OnlineEndpoint.client());
        assertThatThrownBy(() -> endpoint.of(IMAGE, 0)).isInstanceOf(UnavailableException.class);
        SERVER.verify(0, postRequestedFor(urlEqualTo("/score")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1/score", "127.0.0.1", "https:/score", "ftp://x/"})
    void wantsAnHttpsAddress(String address) {
        assertThatThrownBy(() -> new OnlineEndpoint(
                        address, () -> "t", OnlineEndpoint.client(), new Retries(Retries.Pause.SLEEP)))
                .hasMessage("the address of the endpoint is no https address: \"%s\"".formatted(address));
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        SERVER.stubFor(post("/score").willReturn(answer));
    }

    private double score() throws GeneralSecurityException {
        return endpoint(HttpClient.newBuilder().sslContext(Trusting.context()).build())
                .of(IMAGE, 0);
    }

    private OnlineEndpoint endpoint(HttpClient client) {
        return new OnlineEndpoint(
                "https://127.0.0.1:%d/score".formatted(SERVER.httpsPort()),
                () -> "token-1",
                client,
                new Retries(pauses::add));
    }
}
