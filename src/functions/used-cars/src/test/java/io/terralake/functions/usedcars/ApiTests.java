package io.terralake.functions.usedcars;

import static io.terralake.functions.usedcars.TestCars.get;
import static io.terralake.functions.usedcars.TestCars.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Request;
import org.junit.jupiter.api.Test;

class ApiTests {
    private static final String JSON = "200 {Cache-Control=no-store, Content-Type=application/json} ";
    private static final String B222 = """
            {"Rego":"BBB222","Brand":"Toyota","Model":"B","Trim":2,"Year":2019,"Odometer":10000,"Price":20000,\
            "Date listed":"2020-01-01","Date removed":"2020-01-02","Turnover":1}""";
    private static final String A111_FIRST = """
            {"Rego":"AAA111","Brand":"Toyota","Model":"A","Trim":1,"Year":2020,"Odometer":9999,"Price":10000,\
            "Date listed":"2020-01-01","Date removed":"2020-01-11","Turnover":10}""";
    private static final String A111_LAST = """
            {"Rego":"AAA111","Brand":"Toyota","Model":"A","Trim":1,"Year":2020,"Odometer":20000,"Price":8001,\
            "Date listed":"2021-05-01","Date removed":"2021-05-04","Turnover":3}""";
    private static final String C333 = """
            {"Rego":"CCC333","Brand":"O'Neil \\"é\\" \\\\","Model":"1;2","Trim":3,"Year":2021,"Odometer":0,"Price":0,\
            "Date listed":"2022-02-02","Date removed":"2022-02-02","Turnover":0}""";

    private final Store store = new MemoryStore(TestCars.FIVE);
    private final Handler api = new Api(() -> store).guarded();

    @Test
    void listsByRegistrationAndDay() {
        assertThat(ask("/v1/cars?brand=Toyota"))
                .isEqualTo(JSON + "{\"items\":[%s,%s,%s]}", A111_FIRST, A111_LAST, B222);
    }

    @Test
    void listsWhatIsLikeAllFilters() {
        assertThat(ask("/v1/cars?brand=Toyota&model=A&year=2020&minPrice=8001&maxPrice=8001"))
                .isEqualTo(JSON + "{\"items\":[%s]}", A111_LAST);
        assertThat(ask("/v1/cars?brand=Toyota&maxPrice=8000")).isEqualTo(JSON + "{\"items\":[]}");
        assertThat(ask("/v1/cars?brand=Lada")).isEqualTo(JSON + "{\"items\":[]}");
    }

    @Test
    void takesNamesAsTheyAre() {
        assertThat(ask("/v1/cars?brand=O%27Neil+%22%C3%A9%22%20%5C&model=1%3B2"))
                .isEqualTo(JSON + "{\"items\":[%s]}", C333);
    }

    @Test
    void givesTheLastListingOfACar() {
        assertThat(ask("/v1/cars/AAA111")).isEqualTo(JSON + A111_LAST);
        assertThat(ask("/v1/cars/ZZZ999")).isEqualTo(notFound("there is no car ZZZ999"));
    }

    @Test
    void givesTheTurnoverOfABrand() {
        assertThat(ask("/v1/brands/Toyota/turnover")).isEqualTo(JSON + """
                {"brand":"Toyota","listings":3,"averageTurnover":4.666666666666667,"models":[\
                {"model":"A","listings":2,"averageTurnover":6.5},{"model":"B","listings":1,"averageTurnover":1.0}]}""");
        assertThat(ask("/v1/brands/Toyota/turnover?model=A&minPrice=9000")).isEqualTo(JSON + """
                {"brand":"Toyota","listings":1,"averageTurnover":10.0,"models":[\
                {"model":"A","listings":1,"averageTurnover":10.0}]}""");
    }

    @Test
    void tellsABrandWithoutMatchesFromOneThatIsNotThere() {
        assertThat(ask("/v1/brands/Toyota/turnover?year=1999"))
                .isEqualTo(JSON + "{\"brand\":\"Toyota\",\"listings\":0,\"averageTurnover\":0.0,\"models\":[]}");
        assertThat(ask("/v1/brands/Lada/turnover")).isEqualTo(notFound("there is no brand \\\"Lada\\\""));
        assertThat(ask("/v1/brands/O%27Neil%20%22%C3%A9%22%20%5C/turnover")).startsWith(JSON);
    }

    @Test
    void givesTurnoverByBrandAndModel() {
        assertThat(ask("/v1/statistics/turnover?year=2020")).isEqualTo(JSON + """
                {"items":[{"brand":"Mazda","model":"B","listings":1,"averageTurnover":365.0},\
                {"brand":"Toyota","model":"A","listings":2,"averageTurnover":6.5}]}""");
    }

    @Test
    void givesPricesByOdometer() {
        assertThat(ask("/v1/statistics/prices")).isEqualTo(JSON + """
                {"items":[{"odometer":0,"listings":2,"lowestPrice":0,"highestPrice":10000,"averagePrice":5000.0},\
                {"odometer":10000,"listings":2,"lowestPrice":20000,"highestPrice":2147483647,"averagePrice":1.0737518235E9},\
                {"odometer":20000,"listings":1,"lowestPrice":8001,"highestPrice":8001,"averagePrice":8001.0}]}""");
    }

    @Test
    void givesListingsPerDay() {
        assertThat(ask("/v1/statistics/days?maxPrice=20000")).isEqualTo(JSON + """
                {"items":[{"date":"2020-01-01","listings":2},{"date":"2021-05-01","listings":1},\
                {"date":"2022-02-02","listings":1}]}""");
    }

    @Test
    void givesWhatThereIsToChooseFrom() {
        assertThat(ask("/v1/statistics/choices")).isEqualTo(JSON + """
                {"brands":["Mazda","O'Neil \\"é\\" \\\\","Toyota"],"models":["1;2","A","B"],"years":[2019,2020,2021]}""");
    }

    @Test
    void offersNoChoiceThatItWouldRefuse() {
        Store odd = new MemoryStore(java.util.List.of(
                new Car("AAA111", "x".repeat(101), "A", 1, 1899, 0, 0, "2020-01-01", "2020-01-01", 0),
                new Car("AAA112", "é".repeat(100), "", 1, 1900, 0, 0, "2020-01-01", "2020-01-01", 0),
                new Car("AAA113", "b", "A", 1, 2101, 0, 0, "2020-01-01", "2020-01-01", 0)));
        assertThat(text(new Api(() -> odd).handle(get("/v1/statistics/choices"))))
                .isEqualTo(JSON + "{\"brands\":[\"b\",\"%s\"],\"models\":[\"A\"],\"years\":[1900]}", "é".repeat(100));
    }

    @Test
    void knowsNothingElse() {
        for (String path : new String[] {
            "/v1",
            "/v1/",
            "/v1/car",
            "/v1/cars/AAA111/",
            "/v1/cars/AAA111/x",
            "/v1/brands",
            "/v1/brands/Toyota",
            "/v1/brands/Toyota/prices",
            "/v1/statistics",
            "/v1/statistics/",
            "/v1/statistics/models",
            "/v1/cars1"
        }) {
            assertThat(ask(path)).isEqualTo(notFound("there is no " + path));
        }
    }

    @Test
    void onlyReads() {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"}) {
            Request request = new Request(method, java.net.URI.create("/v1/cars"), java.util.Map.of());
            assertThat(text(api.handle(request))).isEqualTo("""
                    405 {Allow=GET, Cache-Control=no-store, Content-Type=application/problem+json} \
                    {"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"%s is not allowed: GET"}""", method);
        }
    }

    private String ask(String address) {
        return text(api.handle(get(address)));
    }

    private static String notFound(String detail) {
        return """
                404 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Not Found","status":404,"detail":"%s"}""".formatted(detail);
    }
}
