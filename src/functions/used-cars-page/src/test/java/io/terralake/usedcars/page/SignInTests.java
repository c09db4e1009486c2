package io.terralake.usedcars.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.terralake.usedcars.page.PageServer.Answer;
import io.terralake.usedcars.page.PageServer.Call;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in with Entra ID, which answers here as each test says: nothing leaves the machine. */
class SignInTests extends PageFixture {
    private static final String CLIENT = "11111111-1111-1111-1111-111111111111";
    private static final String TENANT = "22222222-2222-2222-2222-222222222222";
    private static final String SCOPE = "api://used-cars/Listings.Read";
    private static final String ENTRA = "https://login.microsoftonline.com/" + TENANT + "/oauth2/v2.0/";

    private final List<Request> asked = new CopyOnWriteArrayList<>();
    private volatile String answer = "code=the-code";
    private volatile int seconds = 3600;

    @BeforeEach
    void entra() {
        server.config("{\"clientId\":\"%s\",\"tenantId\":\"%s\",\"scope\":\"%s\"}".formatted(CLIENT, TENANT, SCOPE));
        context.route("https://login.microsoftonline.com/**", route -> {
            asked.add(route.request());
            if (route.request().url().startsWith(ENTRA + "authorize")) {
                Map<String, String> query =
                        parameters(URI.create(route.request().url()).getRawQuery());
                String back = "%s#%s&state=%s".formatted(query.get("redirect_uri"), answer, query.get("state"));
                fulfill(route, "text/html", "<script>location.replace('%s')</script>".formatted(back));
            } else if (route.request().postData().contains("grant_type=refresh_token")) {
                seconds = 3600;
                String refusal = "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS700084: expired\"}";
                fulfill(route, "application/json", refusal);
            } else {
                fulfill(route, "application/json", tokens(lastAuthorize().get("nonce"), seconds));
            }
        });
    }

    @Test
    void session_that_has_ended_leads_to_entra_once_and_in_no_frame() {
        seconds = 1;
        expectRefusals();
        page.onFrameAttached(frame -> console.add("frame: " + frame.url()));
        show("?brand=BMW", "3 listings found");

        assertThat(asked)
                .extracting(request -> request.url().replaceFirst("[?].*", ""))
                .containsExactly(
                        ENTRA + "authorize", ENTRA + "token", ENTRA + "token", ENTRA + "authorize", ENTRA + "token");
        assertThat(page.url()).isEqualTo(server.address() + "?brand=BMW");
    }

    @Test
    void page_goes_to_the_tenant_with_a_challenge() {
        show("?brand=BMW", "3 listings found");

        assertThat(asked.get(0).url()).startsWith(ENTRA + "authorize?");
        assertThat(lastAuthorize())
                .containsEntry("client_id", CLIENT)
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", server.address())
                .hasEntrySatisfying(
                        "code_challenge", challenge -> assertThat(challenge).matches("[A-Za-z0-9_-]{43}"))
                .hasEntrySatisfying(
                        "scope", scopes -> assertThat(scopes.split(" ")).contains(SCOPE));
    }

    /** Of a page there is one redirect URI, that of its folder. */
    @Test
    void way_back_leads_to_the_folder() {
        show("index.html", "66 listings found");

        assertThat(lastAuthorize()).containsEntry("redirect_uri", server.address());
        assertThat(page.url()).isEqualTo(server.address());
    }

    @Test
    void filters_and_token_are_there_after_the_way_back() {
        show("?brand=BMW", "3 listings found");

        assertThat(page.url()).isEqualTo(server.address() + "?brand=BMW");
        assertThat(field("brand")).hasValue("BMW");
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).url()).startsWith(ENTRA + "token");
        assertThat(parameters(asked.get(1).postData()))
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "the-code")
                .hasEntrySatisfying(
                        "code_verifier", verifier -> assertThat(verifier).matches("[A-Za-z0-9_-]{43}"));
        assertThat(server.calls()).hasSize(5).extracting(Call::authorization).containsOnly("Bearer the-token");
    }

    @Test
    void token_is_kept_for_the_session_and_no_longer() {
        show("", "66 listings found");
        assertThat(page.url()).isEqualTo(server.address());

        show("?brand=BMW", "3 listings found");

        assertThat(asked).hasSize(2);
        assertThat(page.evaluate("Object.keys(sessionStorage).some((key) => key.includes('accesstoken'))"))
                .isEqualTo(true);
        assertThat(page.evaluate("Object.keys(localStorage).some((key) => key.includes('token'))"))
                .isEqualTo(false);
    }

    @Test
    void refusal_is_told_and_not_asked_for_again_by_itself() {
        answer = "error=access_denied&error_description=AADSTS50105";
        show("?brand=BMW", "Not loaded");
        assertThat(page.locator("#notice strong")).hasText("Not signed in");
        assertThat(page.locator("#notice p").first()).containsText("access_denied");
        assertThat(asked).hasSize(1);
        assertThat(server.calls()).isEmpty();

        answer = "code=the-code";
        button("Try again").click();
        waitFor("3 listings found");
    }

    @Test
    void who_is_refused_by_the_api_may_sign_in_again() {
        server.answer("cars", call -> Answer.problem(401, "Unauthorized", "The token is for somebody else"));
        expectRefusals();
        show("?brand=BMW", "1 of 5 parts could not be loaded");
        assertThat(part("cars").locator(".notice p")).hasText(new String[] {
            "The token is for somebody else",
            "Sign in again: your session has ended, or your token is for somebody else."
        });

        server.mend("cars");
        button("Sign in again").click();
        waitFor("3 listings found");

        assertThat(asked).hasSize(4);
        assertThat(page.url()).isEqualTo(server.address() + "?brand=BMW");
    }

    @Test
    void sign_in_that_cannot_begin_is_told() {
        page.addInitScript("crypto.subtle.digest = () => Promise.reject(new Error('no digest'))");
        show("", "Not loaded");

        assertThat(page.locator("#notice strong")).hasText("Not signed in");
        assertThat(page.locator("#notice p").first()).containsText("pkce_not_created");
        assertThat(asked).isEmpty();
    }

    @Test
    void library_that_cannot_be_loaded_is_told() {
        expectRefusals();
        context.route("**/msal-browser.js", Route::abort);
        show("", "Not loaded");

        assertThat(page.locator("#notice")).hasText("No connectionmsal-browser.js cannot be loaded.Try again");
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void page_without_sign_in_loads_no_library_for_it() {
        server.config("{}");
        show("", "66 listings found");

        assertThat(asked).isEmpty();
        assertThat(page.evaluate("'msal' in globalThis")).isEqualTo(false);
        assertThat(server.calls()).extracting(Call::authorization).containsOnlyNulls();
    }

    private Map<String, String> lastAuthorize() {
        String url = asked.stream()
                .map(Request::url)
                .filter(address -> address.startsWith(ENTRA + "authorize"))
                .reduce((first, second) -> second)
                .orElseThrow();
        return parameters(URI.create(url).getRawQuery());
    }

    private static void fulfill(Route route, String type, String body) {
        route.fulfill(new Route.FulfillOptions()
                .setStatus(body.startsWith("{\"error") ? 400 : 200)
                .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                .setContentType(type)
                .setBody(body));
    }

    private static String tokens(String nonce, int seconds) {
        long now = System.currentTimeMillis() / 1000;
        String claims =
                ("{\"aud\":\"%s\",\"iss\":\"https://login.microsoftonline.com/%s/v2.0\",\"iat\":%d,\"exp\":%d,\"nonce\":\"%s\","
                                + "\"oid\":\"oid\",\"sub\":\"sub\",\"tid\":\"%s\",\"ver\":\"2.0\",\"preferred_username\":\"reader@example.org\"}")
                        .formatted(CLIENT, TENANT, now, now + 3600, nonce, TENANT);
        return ("{\"token_type\":\"Bearer\",\"scope\":\"%s\",\"expires_in\":%d,\"access_token\":\"the-token\","
                        + "\"refresh_token\":\"refresh\",\"id_token\":\"%s.%s.x\",\"client_info\":\"%s\"}")
                .formatted(
                        SCOPE,
                        seconds,
                        base64("{\"alg\":\"RS256\",\"typ\":\"JWT\"}"),
                        base64(claims),
                        base64("{\"uid\":\"oid\",\"utid\":\"%s\"}".formatted(TENANT)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static Map<String, String> parameters(String form) {
        return Stream.of(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }
}
