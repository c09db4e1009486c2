package io.terralake.functions.usedcars.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.HttpMethod;
import io.terralake.functions.azure.HttpAnswers;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import io.terralake.functions.testing.FakeRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicesTests {
    private final List<String> logged = new ArrayList<>();
    private final Logger log = Logger.getLogger(Handler.class.getName());
    private final java.util.logging.Handler memory = new java.util.logging.Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(entry.getThrown().getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final Services services = new Services(Map.of("CARS_COSMOS_ENDPOINT", " ", "PAGE_SCOPE", "api://cars"));

    @BeforeEach
    void listen() {
        log.addHandler(memory);
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        log.removeHandler(memory);
        log.setUseParentHandlers(true);
    }

    @Test
    void eachAsksForItsRole() {
        for (Handler handler : List.of(services.api(), services.page(), services.listings())) {
            assertThat(call(handler, "GET", "/x", Map.of()).status()).isEqualTo(401);
        }
        assertThat(call(services.api(), "GET", "/v1/cars", role("Listings.Generate"))
                        .status())
                .isEqualTo(403);
        assertThat(call(services.page(), "GET", "/dashboard/", role("Listings.Generate"))
                        .status())
                .isEqualTo(403);
        assertThat(call(services.listings(), "POST", "/listings", role("Listings.Read"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void askForTheRoleBeforeAnythingElse() {
        assertThat(call(services.api(), "DELETE", "/v1/cars?year=x", Map.of()).status())
                .isEqualTo(401);
        assertThat(call(services.listings(), "GET", "/listings?count=x", Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tellTheOperatorWhatSettingIsMissing() {
        assertThat(call(services.api(), "GET", "/v1/cars", role("Listings.Read"))
                        .status())
                .isEqualTo(500);
        assertThat(call(services.listings(), "POST", "/listings", role("Listings.Generate"))
                        .status())
                .isEqualTo(500);
        assertThat(call(services.page(), "GET", "/dashboard/", role("Listings.Read"))
                        .status())
                .isEqualTo(500);
        assertThat(logged)
                .containsExactly(
                        "the app setting CARS_COSMOS_ENDPOINT is missing",
                        "the app setting LISTINGS_EVENTHUB_NAMESPACE is missing",
                        "set all or none of the app settings [PAGE_CLIENT_ID, PAGE_TENANT_ID, PAGE_SCOPE]");
    }

    @Test
    void refuseABadRequestWithoutAService() {
        assertThat(call(services.api(), "GET", "/v1/cars?year=x", role("Listings.Read"))
                        .status())
                .isEqualTo(400);
        assertThat(call(services.listings(), "POST", "/listings?count=0", role("Listings.Generate"))
                        .status())
                .isEqualTo(400);
        assertThat(logged).isEmpty();
    }

    @Test
    void goThroughFunctionsAsTheyAre() {
        FakeRequest request =
                new FakeRequest(HttpMethod.POST, "https://cars.example/listings?count=0", role("Listings.Generate"));
        FakeRequest.Answer answer = (FakeRequest.Answer) HttpAnswers.answer(services.listings(), request);
        assertThat(answer.getStatusCode()).isEqualTo(400);
        assertThat(answer.headers())
                .isEqualTo(Map.of(
                        "Content-Type", "application/problem+json",
                        "Cache-Control", "no-store",
                        "X-Content-Type-Options", "nosniff"));
        assertThat(new String((byte[]) answer.getBody(), StandardCharsets.UTF_8))
                .isEqualTo("""
                {"type":"about:blank","title":"Bad Request","status":400,\
                "detail":"count \\"0\\" is not allowed: an integer from 1 to 1000"}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"brand=A|B", "brand=\"A\"", "brand=100%", "brand=a b"})
    void refuseAnAddressThatIsNone(String query) {
        FakeRequest request =
                new FakeRequest(HttpMethod.GET, "https://cars.example/v1/cars?" + query, role("Listings.Read"));
        FakeRequest.Answer answer = (FakeRequest.Answer) HttpAnswers.answer(services.api(), request);
        assertThat(new String((byte[]) answer.getBody(), StandardCharsets.UTF_8))
                .isEqualTo("""
                {"type":"about:blank","title":"Bad Request","status":400,\
                "detail":"the address has characters that must be encoded"}""");
        assertThat(logged).isEmpty();
    }

    private static Response call(Handler handler, String method, String address, Map<String, String> headers) {
        return handler.handle(new Request(method, URI.create(address), headers));
    }

    private static Map<String, String> role(String role) {
        String principal = "{\"claims\":[{\"typ\":\"roles\",\"val\":\"%s\"}]}".formatted(role);
        return Map.of(
                "x-ms-client-principal",
                Base64.getEncoder().encodeToString(principal.getBytes(StandardCharsets.UTF_8)));
    }
}
