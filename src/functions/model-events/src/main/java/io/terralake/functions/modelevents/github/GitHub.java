package io.terralake.functions.modelevents.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.terralake.functions.messages.UnavailableException;
import io.terralake.functions.modelevents.Dispatch;
import io.terralake.functions.modelevents.Dispatches;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A repository of GitHub. When GitHub wants to be left alone, it is, by all threads.
 *
 * @see <a href="https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event">repository_dispatch</a>
 */
public final class GitHub implements Dispatches {
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z0-9-]{1,39}/(?!\\.\\.?$)[A-Za-z0-9._-]{1,100}");
    private static final int DONE = 204;

    /** Pages of a hundred runs: GitHub lists no more than a thousand. */
    private static final int PAGES = 10;

    private static final int PAGE = 100;

    /** That two clocks may differ by. */
    private static final Duration CLOCKS = Duration.ofMinutes(2);

    private final Rest api;
    private final String path;
    private final Login login;
    private final InstantSource clock;
    private volatile Instant closed = Instant.EPOCH;

    /**
     * A repository.
     *
     * @param api GitHub's API
     * @param repository {@code owner/name}
     * @param login who may dispatch there
     * @param clock what time it is
     * @throws IllegalArgumentException when the repository is none
     */
    public GitHub(Rest api, String repository, Login login, InstantSource clock) {
        if (!REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException(
                    "the repository is \"%s\": <owner>/<name> is allowed".formatted(repository));
        }
        this.api = api;
        this.path = "/repos/" + repository;
        this.login = login;
        this.clock = clock;
    }

    @Override
    public void send(Dispatch dispatch, Runnable last) {
        Answer answer = call(
                "/dispatches",
                last,
                request -> request.header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(dispatch.body().toString())));
        if (answer.status() != DONE) {
            throw answer.failure();
        }
    }

    /** Looks for a run whose name has the event's id: workflows name their runs so. */
    @Override
    public boolean arrived(String id, Instant since) {
        Pattern word = Pattern.compile("(?<![\\w-])%s(?![\\w-])".formatted(Pattern.quote(id)));
        String query = "/actions/runs?event=repository_dispatch&created=%%3E%%3D%s&per_page=%d&page="
                .formatted(since.minus(CLOCKS).truncatedTo(ChronoUnit.SECONDS), PAGE);
        for (int page = 1; page <= PAGES; page++) {
            Answer answer = call(query + page, () -> {}, HttpRequest.Builder::GET);
            JsonNode runs = answer.json().path("workflow_runs");
            if (answer.status() != 200 || !runs.isArray()) {
                throw answer.failure();
            }
            for (JsonNode run : runs) {
                if (word.matcher(run.path("display_title").asText()).find()
                        || word.matcher(run.path("name").asText()).find()) {
                    return true;
                }
            }
            if (runs.size() < PAGE) {
                return false;
            }
        }
        return false;
    }

    /** What a request asks for. */
    @FunctionalInterface
    private interface Asked {
        HttpRequest.Builder add(HttpRequest.Builder request);
    }

    /** With another token when the one is not taken, once. */
    private Answer call(String place, Runnable last, Asked asked) {
        return open(() -> {
            String token = login.token();
            last.run();
            Answer answer = api.send(request(place, asked, token));
            if (answer.status() == 401 && login.forget(token)) {
                String other = login.token();
                last.run();
                return api.send(request(place, asked, other));
            }
            return answer;
        });
    }

    private HttpRequest request(String place, Asked asked, String token) {
        return headers(asked.add(api.request(path + place, token))).build();
    }

    static HttpRequest.Builder headers(HttpRequest.Builder request) {
        return request.header("Accept", "application/vnd.github+json")
                .header("X-GitHub-Api-Version", "2022-11-28")
                .header("User-Agent", "terralake-model-events");
    }

    private Answer open(Supplier<Answer> call) {
        Duration left = Duration.between(clock.instant(), closed);
        if (left.compareTo(Duration.ZERO) > 0) {
            throw closed(left);
        }
        Answer answer = call.get();
        Instant now = clock.instant();
        Optional<Duration> limit = answer.limit(now);
        limit.or(answer::pause).ifPresent(wait -> closed = now.plus(wait));
        if (limit.isPresent()) {
            throw closed(limit.get());
        }
        return answer;
    }

    private static UnavailableException closed(Duration left) {
        return UnavailableException.until("GitHub wants no requests for %d seconds".formatted(left.toSeconds()), left);
    }
}
