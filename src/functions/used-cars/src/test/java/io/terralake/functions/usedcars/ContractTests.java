package io.terralake.functions.usedcars;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import io.terralake.functions.http.Caller;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Response;
import io.terralake.functions.testing.QuietLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Handlers keep what the OpenAPI document says: of random requests those that it allows are answered, others are refused. */
@ExtendWith(QuietLog.class)
class ContractTests {
    private static final int REQUESTS = 5_000;
    private static final Path DOCUMENT = Path.of("../../../stacks/used-cars/api/openapi.json");

    private final OpenApiInteractionValidator document = validator();
    private final Store store = new MemoryStore(TestCars.FIVE);

    @Test
    void answersEveryAllowedRequestAndRefusesEveryOther() {
        Handler api = new Api(() -> store).guarded();
        Random random = new Random(11);
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int i = 0; i < REQUESTS; i++) {
            RandomRequest asked = RandomRequest.of(random);
            Response answer = api.handle(asked.request(Map.of()));
            statuses.merge(answer.status(), 1, Integer::sum);
            ValidationReport report = document.validateRequest(asked.described());
            assertThat(answer.status() == 400)
                    .as("%s: %s, %s", asked, report.getMessages(), TestCars.body(answer))
                    .isEqualTo(report.hasErrors() || asked.contradicts());
            assertDescribed(asked, answer);
        }
        assertThat(statuses)
                .containsOnlyKeys(200, 400, 404)
                .allSatisfy((status, times) -> assertThat(times).isGreaterThan(100));
    }

    @Test
    void describesWhatCallersWithoutRightsAndAStoreThatIsAwayAreAnswered() {
        Handler away = new Api(() -> {
                    throw new StoreException("away", new IOException());
                })
                .forRole(Api.ROLE)
                .guarded();
        Map<String, Integer> principals = Map.of("{\"claims\":[]}", 403, "{}", 401);
        for (String operation : RandomRequest.OPERATIONS) {
            RandomRequest asked = new RandomRequest(operation, Map.of());
            principals.forEach((principal, status) -> {
                String header = Base64.getEncoder().encodeToString(principal.getBytes());
                Response answer = away.handle(asked.request(Map.of(Caller.HEADER, header)));
                assertThat(answer.status()).isEqualTo(status);
                assertDescribed(asked, answer);
            });
            String header = Base64.getEncoder()
                    .encodeToString("{\"claims\":[{\"typ\":\"roles\",\"val\":\"Listings.Read\"}]}".getBytes());
            Response answer = away.handle(asked.request(Map.of(Caller.HEADER, header)));
            assertThat(answer.status()).isEqualTo(503);
            assertDescribed(asked, answer);
        }
    }

    private void assertDescribed(RandomRequest asked, Response answer) {
        SimpleResponse response = SimpleResponse.Builder.status(answer.status())
                .withContentType(answer.headers().get("Content-Type"))
                .withBody(answer.body())
                .build();
        assertThat(document.validateResponse(URI.create(asked.path()).getPath(), Method.GET, response)
                        .getMessages())
                .as("%s: %s", asked, TestCars.body(answer))
                .isEmpty();
    }

    private static OpenApiInteractionValidator validator() {
        try {
            return OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(DOCUMENT))
                    .withLevelResolver(LevelResolver.create()
                            .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
                            .build())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
