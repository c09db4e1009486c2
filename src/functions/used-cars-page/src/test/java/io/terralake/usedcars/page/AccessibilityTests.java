package io.terralake.usedcars.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.terralake.usedcars.page.PageServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has no mouse, no large screen, no eye for colours or for movement can use the page too. */
class AccessibilityTests extends PageFixture {
    private static final String ALL = "66 listings found";

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axe_finds_nothing(ColorScheme scheme) throws IOException {
        browse(new Browser.NewContextOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
        show("", ALL);
        page.locator("#turnover summary").click();
        page.locator("#prices summary").click();
        page.locator("#days summary").click();
        assertThat(axe()).isEqualTo("[]");

        server.answer("cars", call -> Answer.problem(403, "Forbidden", "The role Listings.Read is missing"));
        expectRefusals();
        show("?brand=Lada", "1 of 5 parts could not be loaded");
        assertThat(axe()).isEqualTo("[]");
    }

    /** The violations, each with its places; the policy keeps no test from reading the page. */
    private String axe() throws IOException {
        page.evaluate(Files.readString(Path.of("target", "driver", "axe.js")));
        return (String)
                page.evaluate(
                        "axe.run().then(({ violations }) => JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target)])))");
    }

    @Test
    void everything_is_reached_by_keyboard() {
        show("", ALL);

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Tab");
        assertThat(field("brand")).isFocused();
        page.keyboard().type("Toy");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(field("minPrice")).isFocused();
        page.keyboard().type("15000");
        page.keyboard().press("Enter");
        waitFor("2 listings found");
        assertThat(query()).isEqualTo("?brand=Toyota&minPrice=15000");

        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(button("Reset")).isFocused();
        page.keyboard().press("Enter");
        waitFor(ALL);

        page.keyboard().press("Tab");
        assertThat(page.locator("#turnover summary")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#turnover .scroll")).isFocused();
        assertThat(page.locator("#turnover td").first()).isVisible();
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("Tab");
        }
        assertThat(button("Next")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#page-number")).hasText("Page 2");
        assertThat(button("Next")).isFocused();
    }

    @Test
    void filters_can_be_skipped() {
        show("", ALL);

        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat(page.locator("#turnover summary")).isFocused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[name=brand]", "[name=minPrice]", "button.primary", "#turnover summary", "#cars .scroll"})
    void focus_is_seen(String place) {
        show("", ALL);
        page.keyboard().press("Tab");

        page.locator(place).focus();

        assertThat(page.locator(place)).hasCSS("outline", "rgb(11, 95, 138) solid 3px");
    }

    @Test
    void plots_take_the_colours_of_the_scheme() {
        browse(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
        show("", ALL);
        assertThat(drawn("turnover", "data[0].marker.color")).isEqualTo("\"#0b5f8a\"");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(245, 246, 248)");

        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        assertThat(page.locator("#turnover .point path").first()).hasCSS("fill", "rgb(107, 187, 230)");
        assertThat(drawn("prices", "layout.font.color")).isEqualTo("\"#a5b1bd\"");
        assertThat(drawn("days", "data[0].line.color")).isEqualTo("\"#3d6078\"");
        assertThat(page.locator("body")).hasCSS("background-color", "rgb(16, 22, 28)");
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1440})
    void page_is_as_wide_as_the_screen(int width) {
        browse(new Browser.NewContextOptions().setViewportSize(width, 800));
        show("", ALL);

        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('.plot')].every((plot) => plot.querySelector('.main-svg').clientWidth === plot.clientWidth)"))
                .isEqualTo(true);
    }

    @Test
    void nothing_moves_for_who_wants_that() {
        browse(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE));
        show("", ALL);

        page.evaluate("document.getElementById('cars').dataset.state = 'loading'");

        assertThat(page.evaluate("getComputedStyle(document.querySelector('#cars h2'), '::after').animationName"))
                .isEqualTo("none");
        assertThat(page.locator("#cars .content")).hasCSS("transition-duration", "0s");
    }

    @Test
    void status_is_read_out() {
        show("", ALL);

        assertThat(page.getByRole(AriaRole.STATUS)).hasText(ALL);
    }
}
