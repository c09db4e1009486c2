package io.terralake.functions.modelevents.github;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.terralake.functions.messages.RejectedException;
import io.terralake.functions.messages.UnavailableException;
import io.terralake.functions.modelevents.Dispatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a server that answers over HTTPS on this machine. */
class GitHubTests {
    private static final String TOKEN = "github_pat_secret";
    private static final Dispatch DISPATCH =
            new Dispatch("1", JsonNodeFactory.instance.objectNode().put("event_type", "storage-blobcreated"));

    @TempDir
    static Path folder;

    private static GitHubDouble server;

    private Instant now = Instant.parse("2026-11-26T08:00:00Z");
    private final GitHub gitHub = gitHub(Login.of(TOKEN));

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        server = GitHubDouble.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.server().resetAll();
    }

    @Test
    void dispatches() {
        server.answerDispatches();
        gitHub.send(DISPATCH, () -> {});
        server.server()
                .verify(
                        1,
                        postRequestedFor(urlEqualTo("/repos/octo-org/models/dispatches"))
                                .withHeader("Authorization", equalTo("Bearer github_pat_secret"))
                                .withHeader("Accept", equalTo("application/vnd.github+json"))
                                .withHeader("X-GitHub-Api-Version", equalTo("2022-11-28"))
                                .withHeader("User-Agent", equalTo("terralake-model-events"))
                                .withHeader("Content-Type", equalTo("application/json"))
                                .withRequestBody(equalTo("{\"event_type\":\"storage-blobcreated\"}")));
    }

    /** Whether it arrived is not known: only GitHub can say, and not within seconds. */
    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void comesBackWhenGitHubFails(int status) {
        server.answerDispatches(aResponse().withStatus(status).withBody("secret"));
        UnavailableException failure = unavailable();
        assertThat(failure).hasMessage("GitHub answers " + status);
        assertThat(failure.isPassing()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "RANDOM_DATA_THEN_CLOSE"})
    void comesBackWhenThereIsNoAnswer(Fault fault) {
        server.answerDispatches(aResponse().withFault(fault));
        UnavailableException failure = unavailable();
        assertThat(failure).hasMessage("GitHub (127.0.0.1) does not answer");
        assertThat(failure.isPassing()).isFalse();
    }

    @Test
    void comesBackWhenAnAnswerComesDropByDrop() {
        server.answerDispatches(
                aResponse().withStatus(200).withBody("{\"a\":1}").withChunkedDribbleDelay(8, 60_000));
        Rest impatient = new Rest("GitHub", server.address(), server.client(), Duration.ofSeconds(1));
        GitHub slow = new GitHub(impatient, GitHubDouble.REPOSITORY, Login.of(TOKEN), () -> now);
        assertThatThrownBy(() -> slow.send(DISPATCH, () -> {}))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("GitHub (127.0.0.1) does not answer")
                .hasRootCauseInstanceOf(TimeoutException.class);
    }

    /** Nothing was sent. */
    @Test
    void triesAgainAtOnceWhenNobodyListens() {
        Rest nobody = new Rest("GitHub", URI.create("https://127.0.0.1:1"), server.client());
        GitHub away = new GitHub(nobody, GitHubDouble.REPOSITORY, Login.of(TOKEN), () -> now);
        UnavailableException failure =
                catchThrowableOfType(UnavailableException.class, () -> away.send(DISPATCH, () -> {}));
        assertThat(failure).hasMessage("GitHub (127.0.0.1) cannot be reached");
        assertThat(failure.isPassing()).isTrue();
    }

    @Test
    void trustsNoOtherServer() {
        server.answerDispatches();
        Rest other = new Rest("GitHub", server.address(), Rest.client());
        GitHub unknown = new GitHub(other, GitHubDouble.REPOSITORY, Login.of(TOKEN), () -> now);
        assertThatThrownBy(() -> unknown.send(DISPATCH, () -> {}))
                .isInstanceOf(UnavailableException.class)
                .hasMessage("GitHub (127.0.0.1) does not answer");
        assertThat(server.asked()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            401 | {"message":"Bad credentials"}                           | GitHub answers 401: "Bad credentials"
            403 | {"message":"Resource not accessible by integration"}    | GitHub answers 403: "Resource not accessible by integration"
            404 | {"message":"Not Found","status":"404"}                  | GitHub answers 404: "Not Found"
            422 | {"message":"No more than 10 properties are allowed"}    | GitHub answers 422: "No more than 10 properties are allowed"
            413 | <h1>large</h1>                                          | GitHub answers 413: "<h1>large</h1>"
            422 | {"message":"token github_pat_secret, ghs_other"}        | GitHub answers 422: "token ***, ***"
            200 | {"token":"a"}                                           | GitHub answers 200
            """)
    void poisonsWhatGitHubRefuses(int status, String body, String message) {
        server.answerDispatches(aResponse().withStatus(status).withBody(body));
        assertThatThrownBy(() -> gitHub.send(DISPATCH, () -> {}))
                .isInstanceOf(RejectedException.class)
                .hasMessage(message);
    }

    @Test
    void tellsNoMoreThanSomebodyReads() {
        server.answerDispatches(aResponse().withStatus(422).withBody("x".repeat(10_000)));
        assertThatThrownBy(() -> gitHub.send(DISPATCH, () -> {}))
                .hasMessage("GitHub answers 422: \"%s\"… (10000 characters)", "x".repeat(500));
    }

    /** Not even on the same host. */
    @Test
    void followsNoRedirection() {
        server.answerDispatches(aResponse().withStatus(307).withHeader("Location", GitHubDouble.DISPATCHES));
        assertThatThrownBy(() -> gitHub.send(DISPATCH, () -> {}))
                .isInstanceOf(RejectedException.class)
                .hasMessage("GitHub answers 307");
        assertThat(server.asked()).isOne();
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThatThrownBy(() -> new Rest("GitHub", server.address(), following))
                .hasMessage("the client follows redirections");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            429 | retry-after             | 7           | {}                                                             | 7
            429 | x-other                 | 7           | {}                                                             | 60
            429 | retry-after             | tomorrow    | {}                                                             | 60
            403 | retry-after             | 30          | {"message":"slow down"}                                        | 30
            403 | x-other                 | 1           | {"message":"You have exceeded a secondary rate limit"}         | 60
            403 | retry-after             | 999999      | {}                                                             | 3600
            """)
    void leavesGitHubAlone(int status, String header, String value, String body, long seconds) {
        server.answerDispatches(
                aResponse().withStatus(status).withHeader(header, value).withBody(body));
        UnavailableException failure = unavailable();
        assertThat(failure).hasMessage("GitHub wants no requests for %d seconds", seconds);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(seconds));
        now = now.plusSeconds(seconds).minusMillis(1);
        assertThat(unavailable().retryAfter()).contains(Duration.ofMillis(1));
        assertThat(server.asked()).isOne();
        now = now.plusMillis(1);
        gitHub.send(DISPATCH, () -> {});
        assertThat(server.asked()).isEqualTo(2);
    }

    /** Whether it arrived is not known all the same. */
    @Test
    void leavesGitHubAloneWhenItFailsForAWhile() {
        server.answerDispatches(aResponse().withStatus(503).withHeader("Retry-After", "90"));
        UnavailableException failure = unavailable();
        assertThat(failure).hasMessage("GitHub answers 503");
        assertThat(failure.isPassing()).isFalse();
        assertThatThrownBy(() -> gitHub.arrived("1", now)).hasMessage("GitHub wants no requests for 90 seconds");
        assertThat(server.server().getAllServeEvents()).hasSize(1);
        now = now.plusSeconds(90);
        gitHub.send(DISPATCH, () -> {});
    }

    @Test
    void waitsForTheEndOfTheLimit() {
        ResponseDefinitionBuilder spent = aResponse()
                .withStatus(403)
                .withHeader("x-ratelimit-remaining", "0")
                .withHeader("x-ratelimit-reset", String.valueOf(now.getEpochSecond() + 600));
        server.answerDispatches(spent);
        assertThat(unavailable().retryAfter()).contains(Duration.ofSeconds(601));
        assertThatThrownBy(() -> gitHub.arrived("1", now)).isInstanceOf(UnavailableException.class);
        assertThat(server.server().getAllServeEvents()).hasSize(1);
    }

    @Test
    void findsARunByTheIdInItsName() {
        server.answerRuns("other", "deploy a-1 of train", "b-1");
        assertThat(gitHub.arrived("a-1", now)).isTrue();
        assertThat(gitHub.arrived("b-1", now)).isTrue();
        assertThat(gitHub.arrived("a", now)).isFalse();
        assertThat(gitHub.arrived("1", now)).isFalse();
        assertThat(gitHub.arrived(".*", now)).isFalse();
        server.server()
                .verify(
                        5,
                        getRequestedFor(urlEqualTo("/repos/octo-org/models/actions/runs?event=repository_dispatch"
                                + "&created=%3E%3D2026-11-26T07:58:00Z&per_page=100&page=1")));
    }

    @Test
    void looksAtAllPages() {
        server.answerRuns(IntStream.range(0, 100).mapToObj(i -> "run " + i).toArray(String[]::new));
        assertThat(gitHub.arrived("a-1", now)).isFalse();
        assertThat(server.server().getAllServeEvents().stream()
                        .map(event -> event.getRequest().getUrl().replaceFirst(".*&page=", ""))
                        .collect(Collectors.toSet()))
                .hasSize(10)
                .contains("1", "10");
    }

    @Test
    void saysThatItMayNotLook() {
        assertThatThrownBy(() -> gitHub.arrived("1", now))
                .isInstanceOf(RejectedException.class)
                .hasMessageStartingWith("GitHub answers 404");
    }

    @Test
    void asksForAnotherTokenOnce() {
        server.answerDispatches(aResponse().withStatus(401).withBody("{\"message\":\"Bad credentials\"}"));
        List<String> tokens = new ArrayList<>(List.of("first", "second", "third"));
        List<String> forgotten = new ArrayList<>();
        Login login = new Login() {
            @Override
            public String token() {
                return tokens.get(0);
            }

            @Override
            public boolean forget(String token) {
                tokens.remove(0);
                return forgotten.add(token);
            }
        };
        gitHub(login).send(DISPATCH, () -> forgotten.add("checked"));
        assertThat(forgotten).containsExactly("checked", "first", "checked");
        assertThat(server.asked()).isEqualTo(2);

        server.server().resetAll();
        server.answerDispatches(aResponse().withStatus(401), aResponse().withStatus(401));
        assertThatThrownBy(() -> gitHub(login).send(DISPATCH, () -> {})).hasMessage("GitHub answers 401: \"\"");
        assertThat(server.asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"models", "a/b/c", "a b/c", "/c", "a/..", "a/.", "octo-org/models?x=1"})
    void wantsARepository(String repository) {
        assertThatThrownBy(() -> new GitHub(server.rest(), repository, Login.of(TOKEN), () -> now))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the repository is \"%s\": <owner>/<name> is allowed", repository);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.github.com",
                "https://a@api.github.com",
                "https://api.github.com?a=b",
                "api.github.com"
            })
    void wantsHttps(String address) {
        assertThatThrownBy(() -> new Rest("GitHub", URI.create(address), server.client()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the address of GitHub is \"%s\": an https address is allowed", address);
    }

    @Test
    void mayBeBelowAPath() {
        server.server()
                .stubFor(post("/api/v3" + GitHubDouble.DISPATCHES)
                        .willReturn(aResponse().withStatus(204)));
        Rest enterprise = new Rest("GitHub", server.address().resolve("/api/v3/"), server.client());
        new GitHub(enterprise, GitHubDouble.REPOSITORY, Login.of(TOKEN), () -> now).send(DISPATCH, () -> {});
        assertThat(server.server().getAllServeEvents()).hasSize(1);
    }

    private GitHub gitHub(Login login) {
        return new GitHub(server.rest(), GitHubDouble.REPOSITORY, login, () -> now);
    }

    private UnavailableException unavailable() {
        return catchThrowableOfType(UnavailableException.class, () -> gitHub.send(DISPATCH, () -> {}));
    }
}
