package io.terralake.functions.usedcars;

import static io.terralake.functions.usedcars.TestCars.get;
import static io.terralake.functions.usedcars.TestCars.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.functions.http.Handler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiParametersTests {
    private final Handler api = new Api(() -> {
                throw new AssertionError("the store was asked");
            })
            .guarded();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            brand=           | brand `` is not allowed: 1 to 100 characters
            brand            | brand `` is not allowed: 1 to 100 characters
            model=           | model `` is not allowed: 1 to 100 characters
            year=1899        | year `1899` is not allowed: an integer from 1900 to 2100
            year=2101        | year `2101` is not allowed: an integer from 1900 to 2100
            year=            | year `` is not allowed: an integer from 1900 to 2100
            year=2020.0      | year `2020.0` is not allowed: an integer from 1900 to 2100
            year=02020       | year `02020` is not allowed: an integer from 1900 to 2100
            year=2e3         | year `2e3` is not allowed: an integer from 1900 to 2100
            year=%2B2020     | year `+2020` is not allowed: an integer from 1900 to 2100
            year=2020%0A     | year `2020^` is not allowed: an integer from 1900 to 2100
            year=%D9%A2%D9%A0%D9%A2%D9%A0 | year `٢٠٢٠` is not allowed: an integer from 1900 to 2100
            year=9999999999999999999999   | year `9999999999999999999999` is not allowed: an integer from 1900 to 2100
            minPrice=-1      | minPrice `-1` is not allowed: an integer from 0 to 2147483647
            minPrice=2147483648 | minPrice `2147483648` is not allowed: an integer from 0 to 2147483647
            maxPrice=-1      | maxPrice `-1` is not allowed: an integer from 0 to 2147483647
            maxPrice=1,000   | maxPrice `1,000` is not allowed: an integer from 0 to 2147483647
            minPrice=6&maxPrice=5 | minPrice 6 is not allowed: at most maxPrice 5
            limit=0          | limit `0` is not allowed: an integer from 1 to 100
            limit=101        | limit `101` is not allowed: an integer from 1 to 100
            limit=all        | limit `all` is not allowed: an integer from 1 to 100
            continuationToken= | continuationToken `` is not allowed: 1 to 4096 characters
            colour=red       | `colour` is not known: brand, model, year, minPrice, maxPrice, limit, continuationToken
            Brand=Toyota     | `Brand` is not known: brand, model, year, minPrice, maxPrice, limit, continuationToken
            max_price=1      | `max_price` is not known: brand, model, year, minPrice, maxPrice, limit, continuationToken
            =1               | `` is not known: brand, model, year, minPrice, maxPrice, limit, continuationToken
            year=2020&year=2020 | year is there more than once
            year=2020&year=2021&year=2022 | year is there more than once
            limit=0&year=x&a=1&a=2 | `a` is not known: brand, model, year, minPrice, maxPrice, limit, continuationToken; year `x` is not allowed: an integer from 1900 to 2100; limit `0` is not allowed: an integer from 1 to 100
            """)
    void refusesOfCars(String query, String detail) {
        assertThat(ask("/v1/cars?" + query))
                .isEqualTo(badRequest(detail.replace('`', '"').replace("^", "\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v1/cars/aaa111             | rego `aaa111` is not allowed: three letters A to Z and three digits
            /v1/cars/AAA1111            | rego `AAA1111` is not allowed: three letters A to Z and three digits
            /v1/cars/AAA11%31?limit=1   | `limit` is not known: there are no parameters here
            /v1/cars/                   | rego `` is not allowed: three letters A to Z and three digits
            /v1/cars/AAA111%00          | rego `AAA111\0` is not allowed: three letters A to Z and three digits
            /v1/brands//turnover        | brand `` is not allowed: 1 to 100 characters
            /v1/brands/Toyota/turnover?brand=Mazda | `brand` is not known: model, year, minPrice, maxPrice
            /v1/brands/Toyota/turnover?limit=5     | `limit` is not known: model, year, minPrice, maxPrice
            /v1/brands/Toyota/turnover?year=1      | year `1` is not allowed: an integer from 1900 to 2100
            /v1/statistics/turnover?limit=5        | `limit` is not known: brand, model, year, minPrice, maxPrice
            /v1/statistics/prices?year=1           | year `1` is not allowed: an integer from 1900 to 2100
            /v1/statistics/days?minPrice=2&maxPrice=1 | minPrice 2 is not allowed: at most maxPrice 1
            /v1/statistics/choices?brand=Toyota    | `brand` is not known: there are no parameters here
            """)
    void refusesOfOthers(String address, String detail) {
        assertThat(ask(address)).isEqualTo(badRequest(detail.replace('`', '"').replace("\\0", "\0")));
    }

    @Test
    void quotesTheBeginningOfLongTexts() {
        assertThat(ask("/v1/cars?model=" + "x".repeat(101)))
                .isEqualTo(badRequest("model \"%s…\" is not allowed: 1 to 100 characters".formatted("x".repeat(40))));
        assertThat(ask("/v1/cars?continuationToken=" + "x".repeat(4097)))
                .isEqualTo(badRequest(
                        "continuationToken \"%s…\" is not allowed: 1 to 4096 characters".formatted("x".repeat(40))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "' OR '1'='1",
                "\" OR true --",
                "Toyota' UNION SELECT * FROM c",
                "@brand",
                "c.Brand",
                "*",
                "%",
                "\u0000",
                "😀"
            })
    void asksForNamesThatLookLikeQueriesAsNames(String name) {
        Store store = new MemoryStore(TestCars.FIVE);
        String encoded = java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
        Handler all = new Api(() -> store).guarded();
        assertThat(TestCars.body(all.handle(get("/v1/cars?brand=" + encoded)))).isEqualTo("{\"items\":[]}");
        assertThat(all.handle(get("/v1/brands/%s/turnover".formatted(encoded))).status())
                .isEqualTo(404);
    }

    private String ask(String address) {
        return text(api.handle(get(address)));
    }

    private static String badRequest(String detail) {
        return """
                400 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Bad Request","status":400,"detail":"%s"}""".formatted(detail.replace("\"", "\\\"").replace("\n", "\\n").replace("\0", "\\u0000"));
    }
}
