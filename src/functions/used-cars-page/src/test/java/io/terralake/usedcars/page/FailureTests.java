package io.terralake.usedcars.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.terralake.usedcars.page.PageServer.Answer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page says when an answer is an error, or none, or means harm. */
class FailureTests extends PageFixture {
    private static final String ONE_FAILED = "1 of 5 parts could not be loaded";
    private static final String ALL = "66 listings found";

    @BeforeEach
    void refuse() {
        expectRefusals();
    }

    @Test
    void problem_is_told_and_tried_again() {
        server.answer(
                "statistics/turnover",
                call -> Answer.problem(400, "Bad request", "year is 3000, allowed: 1900 to 2100"));
        show("?year=3000", ONE_FAILED);

        assertThat(part("turnover").locator("strong")).hasText("Bad request (400)");
        assertThat(part("turnover").locator(".notice p")).hasText("year is 3000, allowed: 1900 to 2100");
        assertThat(part("turnover").locator(".content")).isHidden();
        assertThat(part("prices").locator(".notice")).containsText("No listings");

        server.mend("statistics/turnover");
        button("Reset").click();
        waitFor(ALL);
        assertThat(part("turnover").locator(".notice")).isHidden();
    }

    @Test
    void part_that_failed_is_asked_for_again_alone() {
        server.answer(
                "statistics/days", call -> Answer.problem(503, "Service unavailable", "The listings cannot be read"));
        show("?brand=BMW", ONE_FAILED);
        assertThat(part("days").locator(".notice button")).hasText("Try again");

        server.mend("statistics/days");
        button("Try again").click();
        waitFor("3 listings found");

        assertThat(server.queries("statistics/days")).containsExactly("brand=BMW", "brand=BMW");
        assertThat(server.queries("cars")).containsExactly("brand=BMW");
        assertThat(drawn("days", "data[0].y")).isEqualTo("[2,0,0,1]");
        assertThat(page.locator("#days h2")).isFocused();
    }

    @Test
    void choices_that_failed_leave_the_filters_usable() {
        server.answer("statistics/choices", call -> Answer.problem(503, "Service unavailable", "Later"));
        show("?brand=BMW", ONE_FAILED);
        assertThat(part("choices").locator("strong")).hasText("Service unavailable (503)");

        server.mend("statistics/choices");
        button("Try again").click();
        waitFor("3 listings found");
        assertThat(field("brand").locator("option")).hasText(new String[] {"All brands", "BMW", "Mazda", "Toyota"});
        assertThat(field("brand")).hasValue("BMW");
    }

    @Test
    void how_long_to_wait_is_told() {
        server.answer(
                "cars",
                call -> new Answer(
                        429,
                        "application/problem+json",
                        "{\"title\":\"Too many calls\",\"status\":429}",
                        Map.of("Retry-After", "7")));
        show("", ONE_FAILED);

        assertThat(part("cars").locator(".notice")).hasText("Too many calls (429)Try again in 7 seconds.Try again");
    }

    @Test
    void missing_role_is_told() {
        server.answer("cars", call -> Answer.problem(403, "Forbidden", "The role Listings.Read is missing"));
        show("", ONE_FAILED);

        assertThat(part("cars").locator(".notice"))
                .hasText("Forbidden (403)The role Listings.Read is missing"
                        + "Ask an administrator for the role Listings.Read, then sign in again.Try again");
    }

    @Test
    void refusal_without_problem_details_is_told() {
        server.answer("cars", call -> new Answer(502, "text/html", "<h1>Bad gateway</h1>", Map.of()));
        show("", ONE_FAILED);

        assertThat(part("cars").locator("strong")).hasText("The service refused (502)");
    }

    @Test
    void answer_that_is_no_json_is_told() {
        server.answer("cars", call -> new Answer(200, "text/html", "<h1>Sign in</h1>", Map.of()));
        show("", ONE_FAILED);

        assertThat(part("cars").locator(".notice")).hasText("Not understoodThe answer is no JSON.Try again");
    }

    @Test
    void answer_that_cannot_be_drawn_is_told() {
        server.answer("statistics/prices", call -> Answer.json(Map.of("items", new Object[] {5, null})));
        show("", ONE_FAILED);

        assertThat(part("prices").locator("strong")).hasText("Not shown");
    }

    @Test
    void missing_connection_is_told() {
        context.route("**/v1/cars*", Route::abort);
        show("", ONE_FAILED);

        assertThat(part("cars").locator(".notice"))
                .hasText("No connectionThe service cannot be reached: Failed to fetchTry again");
    }

    @Test
    void config_that_cannot_be_read_is_told() {
        server.config("{");
        show("?brand=BMW", "Not loaded");
        assertThat(page.locator("#notice")).hasText("Not understoodThe answer is no JSON.Try again");
        assertThat(server.calls()).isEmpty();

        server.config("{}");
        button("Try again").click();
        waitFor("3 listings found");
    }

    @Test
    void text_of_listings_stays_text() {
        String brand = "<img src=x onerror=alert(1)>&amp;<b>";
        String model = "<a href=\"javascript:alert(1)\">A</a>";
        server.answer(
                "statistics/turnover",
                call -> Answer.json(Map.of(
                        "items",
                        new Object[] {Map.of("brand", brand, "model", model, "listings", 1, "averageTurnover", 5)})));
        server.answer(
                "statistics/choices",
                call -> Answer.json(Map.of(
                        "brands", new String[] {brand}, "models", new String[] {model}, "years", new int[] {2020})));
        server.answer(
                "cars",
                call -> Answer.json(Map.of("items", new Object[] {
                    Map.of(
                            "Rego",
                            "AAA000",
                            "Brand",
                            brand,
                            "Model",
                            model,
                            "Trim",
                            1,
                            "Year",
                            2020,
                            "Odometer",
                            1,
                            "Price",
                            1,
                            "Date listed",
                            "2020-01-01",
                            "Date removed",
                            "2020-01-02",
                            "Turnover",
                            1)
                })));
        page.onDialog(dialog -> console.add("dialog: " + dialog.message()));
        show("", "1 listing found");
        page.locator("#turnover summary").click();
        page.locator("#turnover .point").hover(new Locator.HoverOptions().setForce(true));

        assertThat(page.locator("#cars td").nth(1)).hasText(brand);
        assertThat(page.locator("#cars td").nth(2)).hasText(model);
        assertThat(page.locator("#turnover td").first()).hasText(brand);
        assertThat(field("brand").locator("option").nth(1)).hasText(brand);
        assertThat(page.locator("#turnover .annotation-text")).hasText("<img src=x …");
        assertThat(page.locator("#turnover .xtick text")).hasText("<a href=\"ja…");
        assertThat(page.locator("#turnover .hovertext")).containsText(brand + " " + model);
        assertThat(page.locator("img, main a, svg a, td b").count()).isZero();
    }

    @Test
    void problem_stays_text() {
        server.answer("cars", call -> Answer.problem(400, "<img src=x onerror=alert(1)>", "<script>alert(1)</script>"));
        show("", ONE_FAILED);

        assertThat(part("cars").locator("strong")).hasText("<img src=x onerror=alert(1)> (400)");
        assertThat(part("cars").locator(".notice p")).hasText("<script>alert(1)</script>");
        assertThat(page.locator("img").count()).isZero();
    }
}
