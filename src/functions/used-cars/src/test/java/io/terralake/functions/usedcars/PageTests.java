package io.terralake.functions.usedcars;

import static io.terralake.functions.usedcars.TestCars.body;
import static io.terralake.functions.usedcars.TestCars.get;
import static io.terralake.functions.usedcars.TestCars.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {
    private static final Map<String, String> SETTINGS = Map.of(
            "PAGE_CLIENT_ID", "11111111-1111-1111-1111-111111111111",
            "PAGE_TENANT_ID", "22222222-2222-2222-2222-222222222222",
            "PAGE_SCOPE", "api://cars/Listings.Read");

    private final Handler page = new Page(SignIn.NONE).guarded();

    @Test
    void theFolderIsTheIndex() {
        Response index = page.handle(get("/dashboard/"));
        assertThat(index.status()).isEqualTo(200);
        assertThat(body(index)).containsIgnoringCase("<!doctype html>");
        assertThat(index.headers())
                .containsEntry("Content-Type", "text/html; charset=utf-8")
                .containsEntry("Cache-Control", "no-cache")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                                + " connect-src 'self' https://login.microsoftonline.com; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'");
        assertThat(body(page.handle(get("/dashboard/index.html")))).isEqualTo(body(index));
    }

    @Test
    void aFolderWithoutASlashIsSentOn() {
        Response folder = page.handle(get("/dashboard"));
        assertThat(folder.status()).isEqualTo(308);
        assertThat(folder.headers()).containsEntry("Location", "dashboard/");
    }

    @Test
    void aFileThatIsThereAlreadyIsNotSentAgain() {
        String tag = page.handle(get("/dashboard/")).headers().get("ETag");
        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        Response again = page.handle(new Request("GET", URI.create("/dashboard/"), Map.of("if-none-match", tag)));
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(page.handle(new Request("GET", URI.create("/dashboard/"), Map.of("if-none-match", "\"0\"")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void saysThatNobodySignsIn() {
        assertThat(body(page.handle(get("/dashboard/config.json")))).isEqualTo("{}");
        assertThat(body(new Page(SignIn.of(Map.of("PAGE_SCOPE", " "))).handle(get("/dashboard/config.json"))))
                .isEqualTo("{}");
    }

    @Test
    void saysHowToSignIn() {
        assertThat(body(new Page(SignIn.of(SETTINGS)).handle(get("/dashboard/config.json"))))
                .isEqualTo("""
                {"clientId":"11111111-1111-1111-1111-111111111111","tenantId":"22222222-2222-2222-2222-222222222222",\
                "scope":"api://cars/Listings.Read"}""");
    }

    @Test
    void wantsAllOrNoneOfTheSettings() {
        assertThatThrownBy(() -> SignIn.of(Map.of("PAGE_CLIENT_ID", "1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("set all or none of the app settings [PAGE_CLIENT_ID, PAGE_TENANT_ID, PAGE_SCOPE]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dashboard/none.js", "/dashboard/Page.class", "/dashboard/../Page.class", "/dashboard/..%2FPage.class",
                "/dashboard/%2e%2e/%2e%2e/application.properties", "/dashboard/index.html/", "/dashboard//",
                        "/dashboard/.",
                "/dashboard/..", "/dashboard/index", "/dashboard/%00.html", "/dashboard/..%5Cindex.html"
            })
    void hasNothingElse(String address) {
        assertThat(text(page.handle(get(address)))).isEqualTo("""
                404 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Not Found","status":404,"detail":"the page has no such file"}""");
    }
}
