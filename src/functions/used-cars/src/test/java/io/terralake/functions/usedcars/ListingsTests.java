package io.terralake.functions.usedcars;

import static io.terralake.functions.usedcars.TestCars.body;
import static io.terralake.functions.usedcars.TestCars.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.cars.CarGenerator;
import io.terralake.cars.UsedCar;
import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import io.terralake.functions.testing.QuietLog;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(QuietLog.class)
class ListingsTests {
    private final List<UsedCar> sent = new ArrayList<>();
    private final Handler listings = new Listings(new CarGenerator(1), sent::addAll).guarded();

    @Test
    void makesOneWhenNobodySaysHowMany() {
        assertThat(text(post("/listings"))).isEqualTo("""
                200 {Cache-Control=no-store, Content-Type=application/json} \
                [{"Rego":"RAH344","Brand":"Mazda","Model":"C","Trim":2,"Year":2021,"Odometer":3503,"Price":60021,\
                "Date listed":"2021-06-22 00:00:00","Date removed":"2021-08-25 00:00:00"}]""");
        assertThat(sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_000})
    void makesWhatTheSimulatorMakes(int count) {
        List<UsedCar> same = Stream.generate(new CarGenerator(1)).limit(count).toList();
        assertThat(body(post("/listings?count=" + count)))
                .isEqualTo(same.stream().map(UsedCar::toJson).collect(Collectors.joining(",", "[", "]")));
        assertThat(sent).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            count=0         | count `0` is not allowed: an integer from 1 to 1000
            count=-1        | count `-1` is not allowed: an integer from 1 to 1000
            count=1001      | count `1001` is not allowed: an integer from 1 to 1000
            count=          | count `` is not allowed: an integer from 1 to 1000
            count=ten       | count `ten` is not allowed: an integer from 1 to 1000
            count=1&count=1 | count is there more than once
            number=1        | `number` is not known: count
            """)
    void refuses(String query, String detail) {
        assertThat(text(post("/listings?" + query))).isEqualTo("""
                400 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Bad Request","status":400,"detail":"%s"}""", detail.replace("`", "\\\""));
        assertThat(sent).isEmpty();
    }

    @Test
    void onlyPosts() {
        assertThat(text(listings.handle(TestCars.get("/listings")))).isEqualTo("""
                405 {Allow=POST, Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"GET is not allowed: POST"}""");
    }

    @Test
    void saysWhenToComeAgainWhenTheHubIsAway() {
        Handler refused = new Listings(new CarGenerator(1), cars -> {
            throw new IOException("cars/listings takes no events: secret");
        });
        assertThat(text(refused.guarded().handle(request("/listings")))).isEqualTo("""
                503 {Cache-Control=no-store, Content-Type=application/problem+json, Retry-After=30} \
                {"type":"about:blank","title":"Service Unavailable","status":503,\
                "detail":"the hub does not take listings just now, some may have been sent"}""");
    }

    private Response post(String address) {
        return listings.handle(request(address));
    }

    private static Request request(String address) {
        return new Request("POST", URI.create(address), Map.of());
    }
}
