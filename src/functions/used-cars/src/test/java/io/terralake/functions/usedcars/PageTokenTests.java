package io.terralake.functions.usedcars;

import static io.terralake.functions.usedcars.TestCars.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.terralake.functions.http.Handler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageTokenTests {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Filters TOYOTA = Filters.ofBrand("Toyota");
    private static final Position PLACE = new Position("AAA111", "2020-01-01");

    private final List<Car> cars = TestCars.generated(3, 250);
    private final Store store = new MemoryStore(cars);
    private final Handler api = new Api(() -> store).guarded();

    @Test
    void isTheSameOnEveryInstance() {
        assertThat(PageToken.write(PLACE, TOYOTA)).isEqualTo("QUFBMTExMjAyMC0wMS0wMd29R3SH5y07xZWpI-ImtLA");
        assertThat(PageToken.read("QUFBMTExMjAyMC0wMS0wMd29R3SH5y07xZWpI-ImtLA", TOYOTA))
                .contains(PLACE);
    }

    @Test
    void leadsThroughAllListingsOnce() throws IOException {
        for (int limit : new int[] {1, 7, 25, 100}) {
            List<String> seen = new ArrayList<>();
            String address = "/v1/cars?minPrice=20000&limit=" + limit;
            String token = "";
            while (token != null) {
                JsonNode page = MAPPER.readTree(api.handle(get(address + token)).body());
                page.path("items")
                        .forEach(car -> seen.add(car.path("Rego").asText()
                                + car.path("Date listed").asText()));
                assertThat(page.path("items").size()).isBetween(1, limit);
                JsonNode next = page.get("continuationToken");
                token = next == null ? null : "&continuationToken=" + next.asText();
            }
            assertThat(seen)
                    .isEqualTo(cars.stream()
                            .filter(car -> car.price() >= 20_000)
                            .sorted(Comparator.comparing(Position::of))
                            .map(car -> car.rego() + car.listed())
                            .toList());
        }
    }

    @Test
    void aFullLastPageHasNone() throws IOException {
        JsonNode page = MAPPER.readTree(new Api(() -> new MemoryStore(TestCars.FIVE))
                .handle(get("/v1/cars?limit=5"))
                .body());
        assertThat(page.path("items")).hasSize(5);
        assertThat(page.has("continuationToken")).isFalse();
    }

    @Test
    void goesOnWhenListingsComeAndGo() throws IOException {
        Handler five = new Api(() -> new MemoryStore(TestCars.FIVE));
        String token = MAPPER.readTree(five.handle(get("/v1/cars?limit=1")).body())
                .path("continuationToken")
                .asText();
        Handler without = new Api(() -> new MemoryStore(TestCars.FIVE.subList(3, 5)));
        assertThat(MAPPER.readTree(without.handle(get("/v1/cars?continuationToken=" + token))
                                .body())
                        .path("items")
                        .path(0)
                        .path("Rego")
                        .asText())
                .isEqualTo("CCC333");
    }

    @Test
    void isForTheSameFilters() {
        String token = PageToken.write(PLACE, TOYOTA);
        List<Filters> others = List.of(
                Filters.NONE,
                Filters.ofBrand("toyota"),
                new Filters(null, "Toyota", null, null, null),
                new Filters("Toyota", "A", null, null, null),
                new Filters("Toyota", null, 2020, null, null),
                new Filters("Toyota", null, null, 0, null),
                new Filters("Toyota", null, null, null, 0));
        assertThat(others)
                .allSatisfy(
                        filters -> assertThat(PageToken.read(token, filters)).isEmpty());
        assertThat(new String(
                        api.handle(get("/v1/cars?brand=Mazda&continuationToken=" + token))
                                .body(),
                        StandardCharsets.UTF_8))
                .isEqualTo("""
                        {"type":"about:blank","title":"Bad Request","status":400,"detail":"continuationToken \\"%s…\\" is not \
                        allowed: the token of the page before, with the same filters"}""", token.substring(0, 40));
    }

    @Test
    void mayComeWithAnotherLimit() {
        String token = PageToken.write(PLACE, TOYOTA);
        assertThat(api.handle(get("/v1/cars?brand=Toyota&limit=3&continuationToken=" + token))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void isRefusedWhenAnyCharacterIsAnother() {
        String token = PageToken.write(PLACE, TOYOTA);
        for (int i = 0; i < token.length(); i++) {
            for (char other : "ABab01-_+/= %'\"".toCharArray()) {
                String forged = token.substring(0, i) + other + token.substring(i + 1);
                if (!forged.equals(token)) {
                    assertThat(PageToken.read(forged, TOYOTA)).as(forged).isEmpty();
                }
            }
            assertThat(PageToken.read(token.substring(0, i), TOYOTA)).isEmpty();
            assertThat(PageToken.read(token + token.substring(i), TOYOTA)).isEmpty();
        }
    }

    @Test
    void isRefusedWhenItIsOfAnotherKind() {
        String made = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("AAA1112020-01-01' OR 1=1 -- xxxx".getBytes(StandardCharsets.UTF_8));
        List<String> foreign = List.of(
                made,
                PageToken.write(PLACE, TOYOTA) + "=",
                "[{\"token\":\"+RID:~abc#RT:1\",\"range\":{\"min\":\"\",\"max\":\"FF\"}}]",
                "eyJhbGciOiJub25lIn0.e30.",
                "é",
                "null");
        assertThat(foreign)
                .allSatisfy(token -> assertThat(PageToken.read(token, TOYOTA)).isEmpty());
    }
}
