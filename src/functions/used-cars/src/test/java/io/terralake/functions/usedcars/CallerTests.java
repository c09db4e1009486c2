package io.terralake.functions.usedcars;

import static io.terralake.functions.usedcars.TestCars.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.terralake.functions.http.Handler;
import io.terralake.functions.http.Request;
import io.terralake.functions.http.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallerTests {
    private static final Response DONE = new Response(200, Map.of(), new byte[0]);

    private final Handler handler =
            ((Handler) request -> DONE).forRole("Listings.Read").guarded();

    @ParameterizedTest
    @ValueSource(strings = {"""
        {"claims":[{"typ":"roles","val":"Listings.Read"}]}""", """
        {"auth_typ":"aad","claims":[{"typ":"oid","val":"1"},{"typ":"roles","val":"Listings.Generate"},{"typ":"roles","val":"Listings.Read"}]}""", """
        {"claims":[{"typ":"http://schemas.microsoft.com/ws/2008/06/identity/claims/role","val":"Listings.Read"}]}"""})
    void letsTheRoleIn(String principal) {
        assertThat(call(Map.of("X-MS-CLIENT-PRINCIPAL", base64(principal)))).isEqualTo("200 {} ");
        assertThat(call(Map.of("x-ms-client-principal", base64(principal)))).isEqualTo("200 {} ");
    }

    @Test
    void refusesARequestWithoutACaller() {
        assertThat(call(Map.of("X-MS-CLIENT-PRINCIPAL-NAME", "somebody")))
                .isEqualTo(unauthorized("the request has no caller"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "e30=", "bnVsbA==", "W10=", "bm90IGpzb24=", "eyJjbGFpbXMiOnt9fQ=="})
    void refusesACallerThatCannotBeRead(String header) {
        assertThat(call(Map.of("X-MS-CLIENT-PRINCIPAL", header)))
                .isEqualTo(unauthorized("the request's caller cannot be read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
        {"claims":[]}""", """
        {"claims":[{"typ":"roles","val":"Listings.Generate"}]}""", """
        {"claims":[{"typ":"roles","val":"listings.read"}]}""", """
        {"claims":[{"typ":"roles","val":"Listings.Read,Listings.Generate"}]}""", """
        {"claims":[{"typ":"scp","val":"Listings.Read"},{"val":"Listings.Read"},7]}"""})
    void refusesACallerWithoutTheRole(String principal) {
        assertThat(call(Map.of("X-MS-CLIENT-PRINCIPAL", base64(principal)))).isEqualTo("""
                403 {Cache-Control=no-store, Content-Type=application/problem+json} \
                {"type":"about:blank","title":"Forbidden","status":403,"detail":"the caller has not the role Listings.Read"}""");
    }

    private String call(Map<String, String> headers) {
        return text(handler.handle(new Request("GET", URI.create("/v1/cars"), headers)));
    }

    private static String unauthorized(String detail) {
        return """
                401 {Cache-Control=no-store, Content-Type=application/problem+json, WWW-Authenticate=Bearer} \
                {"type":"about:blank","title":"Unauthorized","status":401,"detail":"%s"}""".formatted(detail);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
