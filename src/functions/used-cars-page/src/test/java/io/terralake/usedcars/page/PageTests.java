package io.terralake.usedcars.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.terralake.usedcars.page.PageServer.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the page shows, and what it asks for. */
class PageTests extends PageFixture {
    private static final String BMW = "3 listings found";
    private static final String ALL = "66 listings found";

    @Test
    void bars_of_days_are_grouped_by_brand() {
        show("", ALL);

        assertThat(drawn("turnover", "data[0].y")).isEqualTo("[15,40,30,60,90]");
        assertThat(drawn("turnover", "data[0].customdata"))
                .isEqualTo(
                        "[[\"BMW\",\"A\",\"2 listings\"],[\"BMW\",\"B\",\"1 listing\"],[\"Mazda\",\"D\",\"60 listings\"],"
                                + "[\"Toyota\",\"A\",\"1 listing\"],[\"Toyota\",\"C\",\"2 listings\"]]");
        assertThat(drawn("turnover", "data[0].x")).isEqualTo("[0.5,1.5,5,8.5,9.5]");
        assertThat(drawn("turnover", "layout.xaxis.ticktext")).isEqualTo("[\"A\",\"B\",\"D\",\"A\",\"C\"]");
        assertThat(drawn("turnover", "layout.annotations.map(({ x, text }) => [x, text])"))
                .isEqualTo("[[1,\"BMW\"],[5,\"Mazda\"],[9,\"Toyota\"]]");
    }

    @Test
    void number_of_listings_is_shown_on_hover() {
        show("", ALL);

        page.locator("#turnover .points .point").nth(2).hover(new Locator.HoverOptions().setForce(true));

        assertThat(page.locator("#turnover .hovertext")).containsText("Mazda D30 days60 listings");
    }

    @Test
    void prices_and_days_tell_more_on_hover() {
        show("?brand=BMW", BMW);

        page.locator("#prices .drag").first().hover(new Locator.HoverOptions().setPosition(1, 50));
        assertThat(page.locator("#prices .hovertext"))
                .containsText("0 to 10,000 km$60,000 on average$60,000 to $60,0001 listing");

        page.locator("#days .drag").first().hover(new Locator.HoverOptions().setPosition(1, 50));
        assertThat(page.locator("#days .hovertext")).containsText("2020-01-012 listings");
    }

    @Test
    void price_lies_between_the_lowest_and_the_highest_of_its_class() {
        show("", ALL);

        assertThat(drawn("prices", "data[1].x")).isEqualTo("[5000,15000,35000,105000]");
        assertThat(drawn("prices", "data[1].y")).isEqualTo("[60000,40000,15000,15000]");
        assertThat(drawn("prices", "data[0].base")).isEqualTo("[60000,30000,10000,15000]");
        assertThat(drawn("prices", "data[0].y")).isEqualTo("[0,20000,10000,0]");
        assertThat(drawn("prices", "data[1].customdata[1]"))
                .isEqualTo("[\"10,000 to 20,000 km\",\"$40,000\",\"$30,000 to $50,000\",\"3 listings\"]");
    }

    @Test
    void days_without_listings_are_zero() {
        show("?brand=BMW", BMW);

        assertThat(drawn("days", "data[0].x"))
                .isEqualTo("[\"2020-01-01\",\"2020-01-02\",\"2020-01-04\",\"2020-01-05\"]");
        assertThat(drawn("days", "data[0].y")).isEqualTo("[2,0,0,1]");
        assertThat(drawn("days", "data[1].y")).isEqualTo("[]");
    }

    @Test
    void mean_of_listings_is_of_28_days() {
        server.answer(
                "statistics/days",
                call -> Answer.json(Map.of(
                        "items",
                        List.of(
                                Map.of("date", "2020-01-01", "listings", 28),
                                Map.of("date", "2020-01-20", "listings", 14),
                                Map.of("date", "2020-01-28", "listings", 14),
                                Map.of("date", "2020-02-25", "listings", 7)))));
        show("", ALL);

        assertThat(drawn("days", "data[1].x"))
                .isEqualTo("[\"2020-01-28\",\"2020-01-29\",\"2020-02-24\",\"2020-02-25\"]");
        assertThat(drawn("days", "data[1].y")).isEqualTo("[2,1,0.5,0.25]");
    }

    @Test
    void totals_are_those_of_all_listings() {
        show("?brand=BMW", BMW);

        assertThat(page.locator("#totals dd")).hasText(new String[] {"3", "23", "$50,000"});
    }

    @Test
    void figures_of_a_plot_are_there_as_a_table() {
        show("?brand=Toyota", BMW);

        page.locator("#turnover summary").click();
        page.locator("#prices summary").click();
        page.locator("#days summary").click();

        assertThat(page.locator("#turnover th")).hasText(new String[] {"Brand", "Model", "Average days", "Listings"});
        assertThat(page.locator("#turnover td"))
                .hasText(new String[] {"Toyota", "A", "60.0", "1", "Toyota", "C", "90.0", "2"});
        assertThat(page.locator("#prices tbody tr").first().locator("td"))
                .hasText(new String[] {"10,000", "$30,000", "$30,000", "$30,000", "1"});
        assertThat(page.locator("#days td")).hasText(new String[] {"2020-01-06", "2", "2020-01-07", "1"});
    }

    @Test
    void listings_are_turned_page_by_page() {
        show("?brand=Mazda", "60 listings found");
        assertThat(page.locator("#cars tbody tr")).hasCount(25);
        assertThat(page.locator("#cars tbody tr").first().locator("td")).hasText(new String[] {
            "MMM100", "Mazda", "D", "1", "2019", "100,000", "$15,000", "2019-06-01", "2019-07-01", "30"
        });
        assertThat(button("Previous")).hasAttribute("aria-disabled", "true");

        button("Next").click();
        assertThat(page.locator("#page-number")).hasText("Page 2");
        button("Next").click();
        assertThat(page.locator("#page-number")).hasText("Page 3");
        assertThat(page.locator("#cars tbody tr")).hasCount(10);
        assertThat(button("Next")).hasAttribute("aria-disabled", "true");
        button("Next").focus();
        page.keyboard().press("Enter");
        button("Previous").click();
        assertThat(page.locator("#page-number")).hasText("Page 2");
        assertThat(page.locator("#cars td").first()).hasText("MMM125");

        assertThat(server.queries("cars"))
                .containsExactly(
                        "brand=Mazda",
                        "brand=Mazda&continuationToken=25",
                        "brand=Mazda&continuationToken=50",
                        "brand=Mazda&continuationToken=25");
    }

    @Test
    void nothing_that_matches_is_said() {
        show("?maxPrice=5", "0 listings found");

        for (String id : List.of("turnover", "prices", "days", "cars")) {
            assertThat(part(id).locator(".notice")).hasText("No listingsNothing matches these filters.");
            assertThat(part(id).locator(".content")).isHidden();
        }
        assertThat(page.locator("#totals dd")).hasText(new String[] {"0", "–", "–"});
    }

    @Test
    void loading_is_said_and_what_was_shown_stays() {
        CountDownLatch first = new CountDownLatch(1);
        server.answer("cars", call -> after(first, call));
        page.navigate(server.address());
        waitFor("Loading…");
        assertThat(part("cars")).hasAttribute("aria-busy", "true");
        assertThat(part("cars").locator("table")).isEmpty();
        first.countDown();
        waitFor(ALL);
        assertThat(part("cars")).hasAttribute("aria-busy", "false");

        CountDownLatch second = new CountDownLatch(1);
        server.answer("cars", call -> after(second, call));
        button("Next").click();
        waitFor("Loading…");
        page.keyboard().press("Enter");
        assertThat(page.locator("#page-number")).hasText("Page 1");
        assertThat(page.locator("#cars tbody tr")).hasCount(25);
        second.countDown();
        assertThat(page.locator("#page-number")).hasText("Page 2");
        assertThat(server.queries("cars")).containsExactly("", "continuationToken=25");
    }

    /** Every test fails that leaves a violation behind: here one is made. */
    @Test
    void policy_is_in_force() {
        show("", ALL);

        page.evaluate("document.body.setAttribute('style', 'color: red')");

        page.waitForCondition(() -> console.contains("policy: style-src-attr inline"));
        console.clear();
    }
}
