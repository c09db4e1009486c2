package io.terralake.functions.usedcars;

import static io.terralake.functions.usedcars.TestCars.get;
import static io.terralake.functions.usedcars.TestCars.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.functions.testing.QuietLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class HandlerTests {
    @Test
    void saysWhenToComeAgainWhenTheStoreIsAway() {
        Api api = new Api(() -> {
            throw new StoreException("https://cars.example cannot be reached", new RuntimeException("secret"));
        });
        assertThat(text(api.guarded().handle(get("/v1/cars")))).isEqualTo("""
                503 {Cache-Control=no-store, Content-Type=application/problem+json, Retry-After=30} \
                {"type":"about:blank","title":"Service Unavailable","status":503,"detail":"the listings cannot be read just now"}""");
    }

    @Test
    void saysNothingOfItsOwnMistakes() {
        Api api = new Api(() -> {
            throw new IllegalStateException("the app setting CARS_COSMOS_ENDPOINT is missing");
        });
        assertThat(text(api.guarded().handle(get("/v1/cars")))).isEqualTo("""
                500 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Internal Server Error","status":500,"detail":"the request could not be answered"}""");
    }

    @Test
    void keepsBrowsersFromGuessing() {
        assertThat(new Api(() -> new MemoryStore(TestCars.FIVE))
                        .handle(get("/v1/cars"))
                        .headers())
                .containsEntry("X-Content-Type-Options", "nosniff");
    }
}
