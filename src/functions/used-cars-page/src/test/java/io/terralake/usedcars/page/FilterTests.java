package io.terralake.usedcars.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the form of filters does: to the address, to what is asked for, and to the plots. */
class FilterTests extends PageFixture {
    private static final String BMW = "3 listings found";
    private static final String ALL = "66 listings found";

    @Test
    void filters_change_what_is_asked_plotted_and_in_the_address() {
        show("", ALL);

        field("brand").selectOption("Toyota");
        field("year").selectOption("2022");
        field("minPrice").fill("5000");
        field("maxPrice").fill("19999");
        button("Apply").click();
        waitFor("1 listing found");

        String asked = "brand=Toyota&year=2022&minPrice=5000&maxPrice=19999";
        assertThat(query()).isEqualTo("?" + asked);
        for (String path : List.of("statistics/turnover", "statistics/prices", "statistics/days", "cars")) {
            assertThat(server.queries(path)).containsExactly("", asked);
        }
        assertThat(server.queries("statistics/choices")).containsExactly("");
        assertThat(drawn("turnover", "data[0].y")).isEqualTo("[100]");
        assertThat(drawn("prices", "data[1].y")).isEqualTo("[10000]");
        assertThat(drawn("days", "data[0].y")).isEqualTo("[1]");
        assertThat(page.locator("#cars td").first()).hasText("AAA006");
    }

    @Test
    void address_says_the_filters() {
        show("?brand=BMW&model=A&minPrice=1&utm=x", "2 listings found");

        assertThat(field("brand")).hasValue("BMW");
        assertThat(field("model")).hasValue("A");
        assertThat(field("year")).hasValue("");
        assertThat(field("minPrice")).hasValue("1");
        assertThat(server.queries("cars")).containsExactly("brand=BMW&model=A&minPrice=1");
    }

    @Test
    void brand_that_is_no_choice_stays_chosen() {
        show("?brand=Lada", "0 listings found");

        assertThat(field("brand")).hasValue("Lada");
        assertThat(field("brand").locator("option"))
                .hasText(new String[] {"All brands", "BMW", "Mazda", "Toyota", "Lada"});
    }

    @Test
    void back_shows_the_filters_before() {
        show("?brand=BMW", BMW);
        field("brand").selectOption("Mazda");
        button("Apply").click();
        waitFor("60 listings found");

        page.goBack();
        waitFor(BMW);

        assertThat(field("brand")).hasValue("BMW");
        assertThat(drawn("turnover", "data[0].y")).isEqualTo("[15,40]");
    }

    @Test
    void reset_takes_all_filters_away() {
        show("?brand=BMW&minPrice=3", BMW);

        button("Reset").click();
        waitFor(ALL);

        assertThat(query()).isEmpty();
        assertThat(field("minPrice")).hasValue("");
    }

    @Test
    void lowest_price_above_the_highest_is_not_asked_for() {
        show("", ALL);

        field("minPrice").fill("200");
        field("maxPrice").fill("100");
        button("Apply").click();

        assertThat(page.evaluate("document.querySelector('[name=maxPrice]').validationMessage"))
                .isEqualTo("Not below the lowest price, 200");
        assertThat(server.queries("cars")).containsExactly("");

        field("maxPrice").fill("");
        button("Apply").click();
        waitFor(ALL);
        assertThat(query()).isEqualTo("?minPrice=200");
    }

    @Test
    void other_filters_begin_with_the_first_page() {
        show("", ALL);
        button("Next").click();
        assertThat(page.locator("#page-number")).hasText("Page 2");

        field("brand").selectOption("BMW");
        button("Apply").click();
        waitFor(BMW);

        assertThat(page.locator("#page-number")).hasText("Page 1");
        assertThat(server.queries("cars")).containsExactly("", "continuationToken=25", "brand=BMW");
    }

    @Test
    void answers_of_filters_before_are_dropped() {
        CountDownLatch late = new CountDownLatch(1);
        server.answer(
                "statistics/turnover",
                call -> call.query().equals("brand=BMW") ? after(late, call) : server.computed(call));
        show("", ALL);

        field("brand").selectOption("BMW");
        button("Apply").click();
        waitFor("Loading…");
        field("brand").selectOption("Mazda");
        button("Apply").click();
        waitFor("60 listings found");
        late.countDown();
        // A call of its own that comes back shows that the late answer had its time.
        page.evaluate("fetch('../v1/statistics/choices').then((response) => response.json())");

        assertThat(drawn("turnover", "data[0].y")).isEqualTo("[30]");
        assertThat(page.locator("#status")).hasText("60 listings found");
    }
}
